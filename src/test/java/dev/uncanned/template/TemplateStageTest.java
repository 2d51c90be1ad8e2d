package dev.uncanned.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.uncanned.SparkTest;
import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.table.Records;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("spark")
@ExtendWith(SparkTest.class)
class TemplateStageTest {

  @Test
  void makesOneTemplateForEachClusterOfTwoMessages(SparkSession spark) {
    List<DistinctText> texts =
        List.of(
            new DistinctText("f1", "hi ⟨FIRST⟩ we met in rome", 1, 1),
            new DistinctText("f2", "hi ⟨FIRST⟩ we met in oslo", 2, 1),
            new DistinctText("f3", "only once", 3, 1),
            new DistinctText("f4", "the same to both", 4, 2));
    List<ClusteredText> clustered =
        List.of(
            new ClusteredText("f1", "c1", 1, 1f, true, 0.9f, 1f, null, null),
            new ClusteredText("f2", "c1", 1, 0.8f, false, 0.9f, 1f, null, null),
            new ClusteredText("f3", "c2", 1, 1f, true, 1f, 1f, null, null),
            new ClusteredText("f4", "c3", 2, 1f, true, 1f, 1f, null, null));
    List<Template> templates =
        new TemplateStage(TemplateConfig.defaults())
            .apply(
                spark.createDataset(texts, Records.encoder(DistinctText.class)),
                spark.createDataset(clustered, Records.encoder(ClusteredText.class)))
            .collectAsList();
    assertThat(templates)
        .extracting(Template::cluster_id, Template::skeleton, Template::sampled_n)
        .containsExactlyInAnyOrder(
            tuple("c1", "hi {1} we met in {2}", 2), tuple("c3", "the same to both", 1));
    assertThat(templates.stream().filter(t -> t.cluster_id().equals("c1")).findFirst())
        .hasValueSatisfying(
            t ->
                assertThat(t.slots())
                    .extracting(Slot::type)
                    .containsExactly(SlotType.RECIPIENT_FIRST, SlotType.MIXED));
  }
}
