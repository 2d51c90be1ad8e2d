package dev.uncanned.mart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.cluster.ClusterAlias;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterParentsTest {

  @Test
  void aClusterHasThoseItTookInAndThoseTheyHadTakenIn() {
    ClusterParents parents =
        new ClusterParents(
            List.of(
                new ClusterAlias("d", "c", 2),
                new ClusterAlias("c", "a", 3),
                new ClusterAlias("b", "a", 2)));
    assertThat(parents.of("a")).containsExactly("b", "c", "d");
    assertThat(parents.of("c")).isEmpty();
  }

  @Test
  void aFirstRunKnowsNoParents() {
    assertThat(new ClusterParents(List.of()).of("a")).isEmpty();
  }
}
