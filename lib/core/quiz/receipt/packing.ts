/** A document packed into one line that fits a link or a file: JSON, deflated, in base64url, with format and digest in front. */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { digestOf } from './digest';

/** Raised whenever the packing or what is packed changes its shape. */
export const RECEIPT_FORMAT = 1;

/** A world of sixty interfaces has 400 KB; more than this is no receipt of ours. */
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_CHARACTERS = 2 * 1024 * 1024;
/** Deflate makes at most about a thousand bytes of one: what comes of a piece is bounded before it is looked at. */
const PIECE = 1024;

export function pack(document: unknown): string {
  const packed = toBase64Url(deflateSync(strToU8(JSON.stringify(document)), { level: 9 }));
  return `flowtrap${RECEIPT_FORMAT}.${digestOf(packed)}.${packed}`;
}

export type Unpacked = { readonly document: unknown } | { readonly problem: string };

export function unpack(text: string): Unpacked {
  const line = text.trim();
  if (line.length > MOST_CHARACTERS) return { problem: 'it is larger than any receipt of ours' };
  const [, format, digest, packed] = /^flowtrap(\d{1,6})\.([0-9a-f]{32})\.([\w-]*)$/.exec(line) ?? [];
  if (format === undefined || digest === undefined || packed === undefined)
    return { problem: 'it is no receipt, or a part of one' };
  if (Number(format) !== RECEIPT_FORMAT)
    return { problem: `it has format ${format}, and this version reads format ${RECEIPT_FORMAT}` };
  if (digestOf(packed) !== digest) return { problem: 'it was cut or changed: its digest does not fit' };
  return documentIn(fromBase64Url(packed));
}

function documentIn(bytes: Uint8Array): Unpacked {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  const inflate = new Inflate((piece, final) => {
    size += piece.length;
    if (size <= MOST_BYTES) pieces.push(piece);
    isWhole ||= final;
  });
  try {
    for (let at = 0; at < bytes.length && size <= MOST_BYTES; at += PIECE)
      inflate.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    if (size > MOST_BYTES) return { problem: 'what is packed in it is larger than any receipt of ours' };
    return isWhole ? { document: JSON.parse(strFromU8(joined(pieces, size))) } : { problem: 'it is cut off' };
  } catch {
    return { problem: 'what is packed in it cannot be read' };
  }
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** https://www.rfc-editor.org/rfc/rfc4648#section-5, without padding. */
function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const digits = Math.min(4, bytes.length - i + 1);
    for (let d = 0; d < digits; d++) text += DIGITS.charAt((group >> (18 - 6 * d)) & 63);
  }
  return text;
}

function fromBase64Url(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let group = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    group = (group << 6) | DIGITS.indexOf(text.charAt(i));
    if (i % 4 === 0) continue;
    bytes[at++] = (group >> (6 - 2 * (i % 4))) & 255;
  }
  return bytes;
}
