import { expect, it } from "vitest";
import { describePictures } from "../../../lib/publish/picture-report";
import { articleOf } from "../share/small-archive";
import { makeFolder } from "./exported";

const picture = (file: string) => ({ file, width: 1, height: 1 });
const article = articleOf({ slug: "art", pictures: [picture("a.png"), picture("b.png")] });
const link = '<a class="picture" href="https://x.example/">x</a>';

it.each([
  ['<img src="/art/a.png" alt=""><img src="/art/b.png" alt="">', []],
  ['<img src="/kept/art/a.png" alt="">"/art/b.png" ', ["art/b.png: published, but no text shows it"]],
  [
    `<img src="/art/a.png"><img src="/art/b.png">${link}`,
    [expect.stringMatching(/^1 picture in a text is a link to another site: /u)],
  ],
  [
    `<img src="/art/a.png"><img src="/art/b.png">${link}${link}&lt;a class="picture" `,
    [expect.stringMatching(/^2 pictures in texts are links to other sites: /u)],
  ],
])("the keeper is told of the pictures in %s", (html, lines) => {
  expect(describePictures(makeFolder({ "art/index.html": html }), [article])).toEqual(lines);
});
