/** A number of 32 bits that is always the same for a text (FNV-1a over its UTF-16 code units). `public/find.js` has it too. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  return hash >>> 0;
}
