import { anchorOf } from "../lib/archive/addresses";
import type { ThreadNode } from "../lib/archive/model";
import { titleComment } from "../lib/text/language";
import { drawTiles } from "./map-tiles";
import { hueClass } from "./participant";
import type { Reading } from "./reading";

/** Beyond this many tiles one wants to get past them. */
const WORTH_SKIPPING = 12;

/**
 * The thread as a picture: a stroke for each comment in the order of the page, in its author's hue, the lower the
 * deeper it lies. It is cut into tiles large enough to be touched; each leads to its first comment.
 */
export function ThreadMap({ nodes, reading }: { nodes: readonly ThreadNode[]; reading: Reading }) {
  const { words } = reading;
  const { tiles, width } = drawTiles(nodes);
  return (
    <nav className="map" aria-label={words.threadMap}>
      {tiles.length > WORTH_SKIPPING && (
        <a className="skip" href="#participants">
          {words.skipMap}
        </a>
      )}
      {tiles.map(({ first, strokes }) => (
        <a
          key={first.comment.id}
          href={`#${anchorOf(first.comment.id)}`}
          title={titleComment(first.comment, words)}
        >
          <svg strokeWidth={width} aria-hidden="true">
            {strokes.map(({ node, path }) => (
              <path key={path} className={hueClass(node.comment.author ?? words.unknownAuthor)} d={path} />
            ))}
          </svg>
        </a>
      ))}
    </nav>
  );
}
