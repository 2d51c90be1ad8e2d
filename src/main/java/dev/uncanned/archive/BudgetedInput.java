package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;

/** A stream that stops with an error once more comes out of it than its budget allows. */
final class BudgetedInput extends InputStream {

  private final InputStream in;
  private final long packed;
  private final ByteBudget budget;
  private long produced;

  BudgetedInput(InputStream in, long packed, ByteBudget budget) {
    this.in = in;
    this.packed = packed;
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    if (b >= 0) {
      spend(1);
    }
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int n = in.read(target, offset, length);
    if (n > 0) {
      spend(n);
    }
    return n;
  }

  private void spend(int bytes) throws UnreadableException {
    produced += bytes;
    budget.spend(bytes, produced, packed);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
