/** The first few of many, in memory that grows with the few. An item is ordered by its rank, which can be asked about before there is an item. */

export class FirstFew<Item extends Rank, Rank> {
  /** At most twice the few: then it is sorted, and the second half forgotten. */
  private items: Item[] = [];
  /** The last of the few, once there are so many. */
  private last: Item | undefined;

  constructor(
    private readonly order: (a: Rank, b: Rank) => number,
    private readonly few: number,
  ) {}

  /** False when the item cannot be among the first. */
  wants(rank: Rank): boolean {
    return this.last === undefined || this.order(rank, this.last) < 0;
  }

  add(item: Item): void {
    if (this.items.push(item) === this.few * 2) this.cut();
  }

  /** In order. */
  take(): readonly Item[] {
    this.cut();
    return this.items;
  }

  private cut(): void {
    this.items.sort(this.order);
    if (this.items.length < this.few) return;
    this.items.length = this.few;
    this.last = this.items[this.few - 1];
  }
}
