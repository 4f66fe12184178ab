import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Input } from "../../../lib/import/containers/input";
import { surveyInput } from "../../../lib/import/containers/survey";
import { isWarc, openWarc } from "../../../lib/import/containers/warc";

function makeRecord(type: string, url: string, mime: string, block: Buffer): Buffer {
  const head = [
    "WARC/1.1",
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    "WARC-Date: 2019-03-04T05:06:07Z",
    "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>",
    `Content-Type: ${mime}`,
    `Content-Length: ${block.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), block, Buffer.from("\r\n\r\n")]);
}

function makeResponse(
  url: string,
  body: Buffer | string,
  fields = "Content-Type: text/html",
  status = "200 OK",
) {
  const http = Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${fields}\r\n\r\n`), Buffer.from(body)]);
  return makeRecord("response", url, "application/http; msgtype=response", http);
}

const info = makeRecord("warcinfo", "", "application/warc-fields", Buffer.from("software: a crawler\r\n"));

/** In chunks of seven bytes, so that every boundary is met. */
function inputOf(bytes: Buffer): Input {
  const chunks = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, index) =>
    bytes.subarray(index * 7, index * 7 + 7),
  );
  return { name: "crawl.warc", size: bytes.length, open: async () => Readable.from(chunks) };
}

async function readPages(bytes: Buffer) {
  const pages: { name: string; date?: string; text: string }[] = [];
  for await (const page of openWarc(inputOf(bytes))) {
    const { head } = await surveyInput(page);
    pages.push({ name: page.name, ...(page.fetched?.date && { date: page.fetched.date }), text: head });
  }
  return pages;
}

const PAGE = "https://forum.example/t/57";
const expected = [{ name: `crawl.warc/${PAGE}`, date: "2019-03-04T05:06:07Z", text: "<html>one</html>" }];

describe("reading a web archive", () => {
  it.each([
    ["as it is", Buffer.concat([info, makeResponse(PAGE, "<html>one</html>")])],
    ["in gzip members", Buffer.concat([gzipSync(info), gzipSync(makeResponse(PAGE, "<html>one</html>"))])],
    [
      "sent in chunks",
      makeResponse(
        PAGE,
        "6\r\n<html>\r\na\r\none</html>\r\n0\r\n\r\n",
        "Content-Type: text/html\r\nTransfer-Encoding: chunked",
      ),
    ],
    [
      "packed by the server",
      makeResponse(PAGE, gzipSync("<html>one</html>"), "Content-Type: text/html\r\nContent-Encoding: gzip"),
    ],
    [
      "unpacked by the crawler, which kept the header",
      makeResponse(PAGE, "<html>one</html>", "Content-Type: text/html\r\nContent-Encoding: gzip"),
    ],
    ["put in as a resource", makeRecord("resource", PAGE, "text/html", Buffer.from("<html>one</html>"))],
  ])("finds a page %s", async (_, bytes) => {
    expect(await isWarc(inputOf(bytes))).toBe(true);
    expect(await readPages(bytes)).toEqual(expected);
  });

  it("passes over pictures, errors and what was asked", async () => {
    const others = [
      makeResponse("https://forum.example/a.png", "PNG", "Content-Type: image/png"),
      makeResponse("https://forum.example/no", "<html>no</html>", "Content-Type: text/html", "404 Not Found"),
      makeRecord("request", PAGE, "application/http; msgtype=request", Buffer.from("GET / HTTP/1.1\r\n\r\n")),
    ];
    expect(await readPages(Buffer.concat([...others, makeResponse(PAGE, "<html>one</html>")]))).toEqual(
      expected,
    );
  });

  it("reads a page in the encoding that it was sent in", async () => {
    const fields = "Content-Type: text/html; charset=iso-8859-2";
    const [page] = await readPages(makeResponse(PAGE, Buffer.from("<html>\xb1</html>", "latin1"), fields));
    expect(page?.text).toBe("<html>ą</html>");
  });

  it("says where it is cut off, behind the pages that were whole", async () => {
    const whole = Buffer.concat([
      makeResponse(PAGE, "<html>one</html>"),
      makeResponse(PAGE, "<html>two</html>"),
    ]);
    const seen: string[] = [];
    const reading = (async () => {
      for await (const page of openWarc(inputOf(whole.subarray(0, whole.length - 20)))) seen.push(page.name);
    })();
    await expect(reading).rejects.toThrow(
      "crawl.warc: record 2: found the end of the file, expected a record that is whole",
    );
    expect(seen).toHaveLength(1);
  });
});
