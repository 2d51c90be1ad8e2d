package dev.uncanned.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.archive.Contact;
import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.entity.Entity;
import dev.uncanned.entity.EntityConfig;
import dev.uncanned.entity.EntityFinder;
import dev.uncanned.entity.EntityKind;
import dev.uncanned.entity.FoundEntities;
import dev.uncanned.message.MessageHeader;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("spark")
@ExtendWith(SparkTest.class)
class SkeletonStageTest {

  private static final List<String> PLACES =
      List.of("Oslo", "Rome", "Ghent", "Porto", "Turin", "Paris", "Essen");
  private static final EntityFinder LISTED =
      (text, lang) -> {
        for (String place : PLACES) {
          int at = text.indexOf(place);
          if (at >= 0) {
            Entity entity = new Entity(EntityKind.LOCATION, at, at + place.length());
            return new FoundEntities(List.of(entity), 5);
          }
        }
        return new FoundEntities(List.of(), 5);
      };

  @Test
  void infersPublishesAndTypes(SparkSession spark, @TempDir Path folder) {
    List<DistinctText> texts = new ArrayList<>();
    List<ClusteredText> clustered = new ArrayList<>();
    List<TextDocument> documents = new ArrayList<>();
    for (int i = 0; i < PLACES.size(); i++) {
      String masked = "hi ⟨FIRST⟩ we met in " + PLACES.get(i).toLowerCase(Locale.ROOT) + " in may";
      texts.add(new DistinctText("f" + i, masked, 1, 2));
      clustered.add(new ClusteredText("f" + i, "c", 2, 1f, i == 0, 0.9f, 1f, null, null));
      String text = "Hi Ann, we met in " + PLACES.get(i) + " in May";
      documents.add(document("f" + i, "a" + i, text, masked, "r" + i));
      documents.add(document("f" + i, "b" + i, text.toLowerCase(Locale.ROOT), masked, "r" + i));
    }
    Dataset<TextDocument> written =
        spark.createDataset(documents, Records.encoder(TextDocument.class)).repartition(3);
    new SkeletonStage(TemplateConfig.defaults(), EntityConfig.defaults())
        .apply(
            spark.createDataset(texts, Records.encoder(DistinctText.class)),
            new SampleStage(TemplateConfig.defaults())
                .apply(spark.createDataset(clustered, Records.encoder(ClusteredText.class))),
            written)
        .write()
        .parquet(folder.resolve("templates").toString());
    Dataset<Template> templates =
        spark
            .read()
            .parquet(folder.resolve("templates").toString())
            .as(Records.encoder(Template.class));
    assertThat(templates.first().unsure()).hasSize(7);
    assertThat(templates.first().published())
        .isEqualTo("hi [recipient_first] we met in [mixed] in may");
    List<Template> typed =
        new SlotEntityStage(EntityConfig.defaults(), LISTED)
            .apply(templates, written)
            .collectAsList();
    assertThat(typed).hasSize(1);
    assertThat(typed.get(0).published())
        .isEqualTo("hi [recipient_first] we met in [location] in may");
    assertThat(typed.get(0).entity_tokens_n()).isEqualTo(35);
    assertThat(typed.get(0).unsure()).isEmpty();
    Dataset<Template> off =
        new SlotEntityStage(new EntityConfig(false, 20), LISTED).apply(templates, written);
    assertThat(off.first()).isEqualTo(templates.first());
  }

  private static TextDocument document(
      String fingerprint, String id, String text, String masked, String reader) {
    MessageHeader header =
        new MessageHeader(
            id,
            null,
            null,
            null,
            0,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(reader),
            null,
            null,
            false,
            false,
            null,
            0,
            null);
    Contact ann = new Contact("Ann Lee", null, null, "Ann", "Lee", null, null);
    return new TextDocument(
        header, null, text, masked, 8, 30, "en", 1, fingerprint, true, null, null, List.of(ann));
  }
}
