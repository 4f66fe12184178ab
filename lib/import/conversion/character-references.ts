import { decodeNamedCharacterReference } from "decode-named-character-reference";

/** Replaces character references (`&nbsp;`, `&#233;`, `&#xE9;`) by their characters; unknown ones stay as they are. */
export function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{1,31}));/gu,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
      return characterOf(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)) ?? whole;
    },
  );
}

function characterOf(point: number): string | undefined {
  const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : undefined;
}
