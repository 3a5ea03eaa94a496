/** A short digest of a text: whoever changes the text by accident or in passing gets another one. It keeps no secret. */

/** 32 hexadecimal digits: FNV-1a from four offsets, each finished with a full avalanche. */
export function digestOf(text: string): string {
  return [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35].map((offset) => hex(word(text, offset))).join('');
}

function word(text: string, offset: number): number {
  let sum = offset;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0x7feb352d);
  sum = Math.imul(sum ^ (sum >>> 15), 0x846ca68b);
  return sum ^ (sum >>> 16);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
