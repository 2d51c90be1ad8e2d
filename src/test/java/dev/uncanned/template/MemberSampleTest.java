package dev.uncanned.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.cluster.ClusteredText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberSampleTest {

  private static final MemberSample SAMPLE =
      new MemberSample(new TemplateConfig(3, 0.8, 0.2, 2, 100_000));

  @Test
  void keepsMedoidAndSmallestFingerprints() {
    assertThat(pick(row("e", 1, false), row("b", 1, false), row("z", 1, true), row("a", 1, false)))
        .containsExactly("z", "a", "b");
  }

  @Test
  void leavesOutClustersOfOneMessage() {
    assertThat(pick(row("a", 1, true))).isEmpty();
  }

  @Test
  void keepsOneTextWithSeveralCopies() {
    assertThat(pick(row("a", 2, true))).containsExactly("a");
  }

  private static List<String> pick(ClusteredText... rows) {
    List<String> picked = new ArrayList<>();
    Iterator<ClusteredText> sample = SAMPLE.pick(List.of(rows).iterator());
    sample.forEachRemaining(text -> picked.add(text.fingerprint()));
    return picked;
  }

  private static ClusteredText row(String fingerprint, long copies, boolean medoid) {
    return new ClusteredText(fingerprint, "c", copies, 0.9f, medoid, 0.9f, 1f, null, null);
  }
}
