import type { TextInput } from "../containers/input";
import type { SavedPictures } from "../files/saved-pictures";
import type { SourceEvent, SystemName } from "../model";
import type { Lesson } from "./html/lesson";

/** A kind of source. Adding one is adding a file beside this one and a line to `recognise.ts`. */
export type System = {
  readonly name: SystemName;
  /** Whether a file that begins like this is one of its own. */
  readonly recognises: (head: string) => boolean;
  /** Files that lie among its own and are none, whatever the archivist calls them: a page's pictures and styles. */
  readonly passesOver?: (input: TextInput) => boolean;
  readonly open: (setting: ReadingSetting) => SystemReader;
};

/** What the archivist said of the source. */
export type ReadingSetting = {
  /** IANA, of local times that the source gives without one. */
  readonly timeZone?: string;
  /** What a comment looks like on pages that no adapter knows. */
  readonly lesson?: Lesson;
  /** Whether articles come without comments that are known to be elsewhere. */
  readonly articlesAlone?: boolean;
  /** Takes in the pictures that came with pages. */
  readonly pictures?: SavedPictures;
};

/** One import's reading of a system's files. */
export type SystemReader = {
  /** Reads one file; threads that stand in it whole come at once. Throws SourceRefusal, behind what was whole. */
  readonly read: (input: TextInput) => AsyncIterable<SourceEvent>;
  /** How many items wait for `finish`. */
  readonly waiting: () => number;
  /** The threads that waited for all files. */
  readonly finish: () => AsyncIterable<SourceEvent>;
  /** Frees what the reading holds, whether or not it came to its end. */
  readonly close: () => void;
};
