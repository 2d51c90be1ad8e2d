package dev.uncanned.synthetic;

/**
 * How many messages to invent, and the seed from which everything follows.
 *
 * @param messages rows of the truth to aim at, at least {@value #MIN_MESSAGES}; met within a few
 *     per cent
 * @param seed two runs with the same seed write the same bytes
 * @param perSender messages for each sender, hence archive, in large runs
 */
public record GeneratorConfig(long messages, long seed, int perSender) {

  /** Below this there is no room for campaigns beside everything else. */
  public static final long MIN_MESSAGES = 200;

  /** One sender for each generation of the export. */
  static final int MIN_SENDERS = 6;

  private static final int DEFAULT_PER_SENDER = 10_000;
  private static final int MAX_PER_SENDER = 50_000;

  /**
   * Checks the figures.
   *
   * @throws IllegalArgumentException if a figure is out of its range
   */
  public GeneratorConfig {
    if (messages < MIN_MESSAGES) {
      throw new IllegalArgumentException("messages must be at least " + MIN_MESSAGES);
    }
    if (perSender < MIN_MESSAGES || perSender > MAX_PER_SENDER) {
      throw new IllegalArgumentException(
          "messages per sender must be between " + MIN_MESSAGES + " and " + MAX_PER_SENDER);
    }
  }

  /** The usual number of messages a sender. */
  public GeneratorConfig(long messages, long seed) {
    this(messages, seed, DEFAULT_PER_SENDER);
  }

  /** Number of senders, each with an archive. */
  int senders() {
    return (int) Math.max(MIN_SENDERS, (messages + perSender - 1) / perSender);
  }

  /** Messages of the sender with this number, from 0. */
  int budget(int sender) {
    int senders = senders();
    return (int) (messages / senders + (sender < messages % senders ? 1 : 0));
  }
}
