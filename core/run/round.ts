const FREE = 0
const TAKEN = 1

/** How one thread goes through a round. */
export interface RoundSteps<T> {
  /** Items in the order in which this thread wants them; nothing beyond them is done. */
  readonly order: readonly number[]
  /** Does one item here. */
  readonly work: (index: number) => T
  /** Hears of every item once, whoever did it. */
  readonly onValue: (index: number, value: T) => void
  /** Lets messages in between items; throws to stop. */
  readonly turn: () => Promise<void>
}

/**
 * One kind of work on the items of a job that two threads share: each takes what the other has not begun, and hears of
 * the other's results. Every item is done once; when the other thread is lost, what it had taken is done here.
 */
export class Round<T> {
  readonly #taken: Int32Array
  readonly #isDone: Uint8Array
  #arrived: { readonly index: number; readonly value: T }[] = []
  #isLost = false
  #wake: () => void = () => {}

  /** @param taken one flag per item in shared memory, the same for both threads; 0 = nobody has begun */
  constructor(taken: Int32Array) {
    this.#taken = taken
    this.#isDone = new Uint8Array(taken.length)
  }

  /** The other thread has done an item; this may come before this thread begins the round. */
  arrive(index: number, value: T): void {
    this.#arrived.push({ index, value })
    this.#wake()
  }

  /** The other thread is gone: nothing more will arrive. */
  lose(): void {
    this.#isLost = true
    this.#wake()
  }

  /** Works until nothing is free, then waits for what the other thread has taken. */
  async run({ order, work, onValue, turn }: RoundSteps<T>): Promise<void> {
    const keep = (index: number, value: T): void => {
      this.#isDone[index] = 1
      onValue(index, value)
    }
    const takeIn = (): void => {
      const arrived = this.#arrived
      this.#arrived = []
      for (const { index, value } of arrived) keep(index, value)
    }
    const isMissing = (index: number): boolean => this.#isDone[index] === 0
    for (const index of order) {
      if (Atomics.compareExchange(this.#taken, index, FREE, TAKEN) !== FREE) continue
      keep(index, work(index))
      await turn()
      takeIn()
    }
    for (takeIn(); order.some(isMissing); takeIn()) {
      if (this.#isLost) for (const index of order.filter(isMissing)) keep(index, work(index))
      else await new Promise<void>((resolve) => (this.#wake = resolve))
      await turn()
    }
  }
}
