/** Gives out turns one at a time, first come first served. `acquire` resolves to the function that ends the turn. */
export interface Turn {
  readonly acquire: () => Promise<() => void>;
}

/** A first-in-first-out turn for a resource that serves one caller at a time. */
export function createTurn(): Turn {
  let tail: Promise<void> = Promise.resolve();
  return {
    acquire: () => {
      const { promise: done, resolve: release } = withResolvers();
      const ready = tail.then(() => release);
      tail = tail.then(() => done);
      return ready;
    },
  };
}

/** Promise.withResolvers, which Node 20 lacks. */
function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
