package dev.uncanned.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.mart.DefectSpan;
import dev.uncanned.mart.EvidenceSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanCountsTest {

  @Test
  void placesBecomeCountsByTypeWhateverTheirOrder() {
    DefectSpan token = new DefectSpan("unresolved_token", "hard", 3, 9);
    DefectSpan field = new DefectSpan("raw_field", "soft", 20, 30);
    assertThat(SpanCounts.defects(List.of(token, field, token)))
        .isEqualTo(SpanCounts.defects(List.of(field, token, token)))
        .isEqualTo("raw_field:1 unresolved_token:2");
  }

  @Test
  void manyAreCappedAndNoneIsSaid() {
    EvidenceSpan link = new EvidenceSpan("link", 0, 1, false);
    assertThat(SpanCounts.evidence(List.of(link, link, link, link))).isEqualTo("link:3");
    assertThat(SpanCounts.evidence(List.of())).isEqualTo("none");
    assertThat(SpanCounts.evidence(null)).isNull();
  }
}
