/** A number, and how it is written. */
export interface Written {
  readonly value: number;
  readonly text: string;
}

/** A thread, as far as words about it go. */
export interface KitThread {
  readonly name: string;
  readonly posts: Written;
  readonly limit: Written;
  /** As the platform calls it, in English. */
  readonly unit: string;
  readonly joins: boolean;
}

/** A post of the draft that is several posts. */
export interface KitSplit {
  readonly post: string;
  readonly parts: Written;
  readonly count: Written;
  readonly limit: string;
  readonly unit: string;
  /** Count and limit in English, and what a lock knows of what grew. */
  readonly why: string;
}
