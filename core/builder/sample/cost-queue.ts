/** Smallest first, by cost. */
export class CostQueue {
  readonly #cost: number[] = []
  readonly #node: number[] = []

  push(cost: number, node: number): void {
    let i = this.#cost.push(cost) - 1
    this.#node.push(node)
    for (let up = (i - 1) >> 1; i > 0 && this.#cost[up]! > this.#cost[i]!; i = up, up = (i - 1) >> 1) this.#swap(i, up)
  }

  pop(): number | undefined {
    const top = this.#node[0]
    const [cost, node] = [this.#cost.pop(), this.#node.pop()]
    if (this.#cost.length > 0) {
      this.#cost[0] = cost!
      this.#node[0] = node!
      for (let i = 0; ;) {
        let least = 2 * i + 1
        if (least >= this.#cost.length) break
        if (least + 1 < this.#cost.length && this.#cost[least + 1]! < this.#cost[least]!) least++
        if (this.#cost[least]! >= this.#cost[i]!) break
        this.#swap(i, least)
        i = least
      }
    }
    return top
  }

  #swap(a: number, b: number): void {
    ;[this.#cost[a], this.#cost[b]] = [this.#cost[b]!, this.#cost[a]!]
    ;[this.#node[a], this.#node[b]] = [this.#node[b]!, this.#node[a]!]
  }
}
