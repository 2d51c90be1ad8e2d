package dev.uncanned.cluster;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Makes rows out of sorted rows as they are fetched: each row in gives a few rows out. */
final class Streamed<I, O> implements Iterator<O> {

  private final Iterator<I> in;
  private final BiConsumer<I, Consumer<O>> step;
  private final Deque<O> ready = new ArrayDeque<>();

  Streamed(Iterator<I> in, BiConsumer<I, Consumer<O>> step) {
    this.in = in;
    this.step = step;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && in.hasNext()) {
      step.accept(in.next(), ready::add);
    }
    return !ready.isEmpty();
  }

  @Override
  public O next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }
}
