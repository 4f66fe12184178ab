import { anchorOf } from "../../lib/archive/addresses";
import type { ThreadNode } from "../../lib/archive/model";
import { numberComment } from "../../lib/text/interface/sentences";
import { noteLayers } from "../page/page-notes";
import { hueClass } from "../page/participant";
import type { Reading } from "../page/reading";
import { drawTiles, type Tile } from "./map-tiles";

/**
 * The thread as a picture: a stroke for each comment in the order of the page, in its author's hue, the shorter the
 * deeper it lies. It is cut into tiles large enough to be touched; each leads to its first comment.
 */
export function ThreadMap({ nodes, reading }: { nodes: readonly ThreadNode[]; reading: Reading }) {
  const { words } = reading;
  noteLayers("guide");
  const { tiles, width } = drawTiles(nodes);
  return (
    <nav className="map" aria-label={words.threadMap}>
      <a className="skip" href="#participants">
        {words.skipMap}
      </a>
      {tiles.map((tile) => (
        <MapTile key={tile.first.comment.id} tile={tile} width={width} reading={reading} />
      ))}
    </nav>
  );
}

/** Its title names the link, to everybody. */
function MapTile(props: { tile: Tile; width: number; reading: Reading }) {
  const { tile, width, reading } = props;
  const { article, words } = reading;
  const { comment } = tile.first;
  const picture = (
    <svg strokeWidth={width} aria-hidden="true">
      {tile.strokes.map(({ node, path }) => (
        <path key={path} className={hueClass(node.comment.author ?? words.unknownAuthor, article)} d={path} />
      ))}
    </svg>
  );
  return (
    <a href={`#${anchorOf(comment.id)}`} title={numberComment(comment, words)}>
      {picture}
    </a>
  );
}
