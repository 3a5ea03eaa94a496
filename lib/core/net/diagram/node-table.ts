/**
 * The nodes of interval decision diagrams, each stored once. A node asks for one field and leads, interval by interval
 * of its values, to the node that asks for the next; equal nodes have the same number, so equal sets do too.
 * M. G. Gouda and A. X. Liu, "Structured firewall design", Computer Networks 51 (2007).
 */

/** The two ends of every way through a diagram: nothing is left, everything is left. */
export const NOTHING = 0;
export const EVERYTHING = 1;

/** The end of a node's last interval, whatever the width of its field. */
export const LAST = 0xffffffff;

/** Deeper than any field: where the two ends stand. */
const BOTTOM = 255;

export class NodeTable {
  /** Per node: its field, its first edge (the next node's first edge ends it), its hash. */
  #levels = new Uint8Array(512);
  #firstEdges = new Uint32Array(512);
  #hashes = new Int32Array(512);
  #nodes = 2;
  /** Per edge: the last value of its interval, and where it leads. */
  #ends = new Uint32Array(2048);
  #children = new Uint32Array(2048);
  /** Open addressing over hashes: node numbers, 0 where free. */
  #slots = new Uint32Array(1024);
  /** Edges of nodes under construction, one above the other. */
  #openEnds = new Uint32Array(256);
  #openChildren = new Uint32Array(256);
  #top = 0;

  constructor() {
    this.#levels.fill(BOTTOM, NOTHING, EVERYTHING + 1);
  }

  levelOf(node: number): number {
    return this.#levels[node] as number;
  }

  /** The edges of a node end where those of the next number begin. */
  firstEdge(node: number): number {
    return this.#firstEdges[node] as number;
  }

  endAt(edge: number): number {
    return this.#ends[edge] as number;
  }

  childAt(edge: number): number {
    return this.#children[edge] as number;
  }

  /** Where a value leads. */
  childFor(node: number, value: number): number {
    let low = this.firstEdge(node);
    let high = this.firstEdge(node + 1) - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.endAt(middle) < value) low = middle + 1;
      else high = middle;
    }
    return this.childAt(low);
  }

  /** Begins a node; the mark names it until it is closed. */
  open(): number {
    return this.#top;
  }

  /** Appends an interval to the node begun last; neighbours that lead to the same child become one. */
  push(mark: number, end: number, child: number): void {
    const top = this.#top;
    if (top > mark && this.#openChildren[top - 1] === child) {
      this.#openEnds[top - 1] = end;
      return;
    }
    if (top === this.#openEnds.length) {
      this.#openEnds = grown(this.#openEnds, new Uint32Array(top * 2));
      this.#openChildren = grown(this.#openChildren, new Uint32Array(top * 2));
    }
    this.#openEnds[top] = end;
    this.#openChildren[top] = child;
    this.#top = top + 1;
  }

  /** Ends the node begun last and gives its number; a node that asks nothing is its only child. */
  close(mark: number, level: number): number {
    const count = this.#top - mark;
    this.#top = mark;
    if (count === 1) return this.#openChildren[mark] as number;
    const hash = this.#hashOf(mark, count, level);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let node = this.#slots[slot] as number; node !== 0; node = this.#slots[slot] as number) {
      if (this.#hashes[node] === hash && this.#isSame(node, mark, count, level)) return node;
      slot = (slot + 1) & mask;
    }
    return this.#append(mark, count, level, hash, slot);
  }

  /** Forgets what was begun and not closed. */
  abandon(): void {
    this.#top = 0;
  }

  #hashOf(mark: number, count: number, level: number): number {
    let hash = level;
    for (let i = mark; i < mark + count; i++) {
      hash = Math.imul(hash ^ (this.#openEnds[i] as number), 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 15) ^ (this.#openChildren[i] as number), 0xc2b2ae35);
    }
    return hash ^ (hash >>> 16);
  }

  #isSame(node: number, mark: number, count: number, level: number): boolean {
    const first = this.#firstEdges[node] as number;
    if (this.#levels[node] !== level || this.firstEdge(node + 1) - first !== count) return false;
    for (let i = 0; i < count; i++) {
      if (this.#ends[first + i] !== this.#openEnds[mark + i]) return false;
      if (this.#children[first + i] !== this.#openChildren[mark + i]) return false;
    }
    return true;
  }

  #append(mark: number, count: number, level: number, hash: number, slot: number): number {
    const node = this.#nodes++;
    if (this.#nodes >= this.#levels.length) {
      const size = this.#levels.length * 2;
      this.#levels = grown(this.#levels, new Uint8Array(size));
      this.#firstEdges = grown(this.#firstEdges, new Uint32Array(size));
      this.#hashes = grown(this.#hashes, new Int32Array(size));
    }
    const first = this.#firstEdges[node] as number;
    while (first + count > this.#ends.length) {
      const size = this.#ends.length * 2;
      this.#ends = grown(this.#ends, new Uint32Array(size));
      this.#children = grown(this.#children, new Uint32Array(size));
    }
    for (let i = 0; i < count; i++) {
      this.#ends[first + i] = this.#openEnds[mark + i] as number;
      this.#children[first + i] = this.#openChildren[mark + i] as number;
    }
    this.#levels[node] = level;
    this.#firstEdges[node + 1] = first + count;
    this.#hashes[node] = hash;
    this.#slots[slot] = node;
    if (this.#nodes * 2 > this.#slots.length) this.#rehash();
    return node;
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    for (let node = 2; node < this.#nodes; node++) {
      let slot = (this.#hashes[node] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = node;
    }
    this.#slots = slots;
  }
}

function grown<T extends Uint8Array | Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
