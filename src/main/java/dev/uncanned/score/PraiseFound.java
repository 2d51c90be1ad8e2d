package dev.uncanned.score;

import java.util.List;

/**
 * The praise of one text.
 *
 * @param hollow_praise_n sentences that would fit anybody
 * @param specific_praise_n sentences that name something
 * @param spans where these sentences are, in the order of the text
 */
public record PraiseFound(int hollow_praise_n, int specific_praise_n, List<PraiseSpan> spans) {

  /** A text without praise. */
  static final PraiseFound NONE = new PraiseFound(0, 0, List.of());

  public PraiseFound {
    spans = spans == null ? List.of() : List.copyOf(spans);
  }

  static PraiseFound of(List<PraiseSpan> spans) {
    int hollow = 0;
    for (PraiseSpan span : spans) {
      hollow += span.kind() == PraiseKind.HOLLOW ? 1 : 0;
    }
    return new PraiseFound(hollow, spans.size() - hollow, spans);
  }
}
