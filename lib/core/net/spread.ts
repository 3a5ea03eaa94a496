/** A number that stands for a text: spreads choices without a die. FNV-1a, 32 bits, http://www.isthe.com/chongo/tech/comp/fnv/ */
export function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
