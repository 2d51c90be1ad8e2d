package dev.uncanned.template;

import dev.uncanned.entity.EntityConfig;
import dev.uncanned.entity.EntityFinder;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import scala.Tuple2;

/**
 * Looks for names in the fills of slots that no other rule types.
 *
 * <p>Reads the templates twice, so they should be a written table.
 */
public final class SlotEntityStage {

  private final EntityConfig config;
  private final EntityTyping typing;

  public SlotEntityStage(EntityConfig config, EntityFinder finder) {
    this.config = config;
    this.typing = new EntityTyping(finder);
  }

  /** The same templates with these slots typed; as they are if names are not looked for. */
  public Dataset<Template> apply(Dataset<Template> templates, Dataset<TextDocument> documents) {
    if (!config.enabled()) {
      return templates;
    }
    // A local copy: what Spark ships must not drag the stage along.
    EntityTyping entities = typing;
    Column cluster = functions.col(Template.CLUSTER_ID);
    int tasks = templates.sparkSession().sparkContext().defaultParallelism();
    return templates
        .repartition(tasks, cluster)
        .groupBy(cluster)
        .as(Encoders.STRING(), Records.encoder(Template.class))
        .cogroup(
            fills(templates, documents)
                .repartition(tasks, cluster)
                .groupBy(cluster)
                .as(Encoders.STRING(), Records.encoder(PlacedFill.class)),
            (CoGroupFunction<String, Template, PlacedFill, Template>)
                (id, rows, fills) -> List.of(entities.type(rows.next(), fills)).iterator(),
            Records.encoder(Template.class));
  }

  private static Dataset<PlacedFill> fills(
      Dataset<Template> templates, Dataset<TextDocument> documents) {
    Dataset<PlacedFill> open =
        templates.flatMap(
            (FlatMapFunction<Template, PlacedFill>) SlotEntityStage::open,
            Records.encoder(PlacedFill.class));
    Column wanted =
        functions.col(PlacedFill.PLACE).getField(FillText.FINGERPRINT).as(FillText.FINGERPRINT);
    // The few texts are told to every task, so that the many do not travel.
    Dataset<Row> few = functions.broadcast(open.select(wanted).distinct());
    Dataset<FillText> texts =
        Records.project(
            documents.join(few, new String[] {FillText.FINGERPRINT}, "left_semi"), FillText.class);
    return open.joinWith(
            texts,
            open.col(PlacedFill.PLACE)
                .getField(FillText.FINGERPRINT)
                .equalTo(texts.col(FillText.FINGERPRINT)))
        .map(
            (MapFunction<Tuple2<PlacedFill, FillText>, PlacedFill>)
                pair -> pair._1().with(pair._2()),
            Records.encoder(PlacedFill.class));
  }

  private static Iterator<PlacedFill> open(Template template) {
    return template.unsure().stream()
        .map(place -> PlacedFill.open(template.cluster_id(), place))
        .iterator();
  }
}
