package dev.uncanned.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.archive.Contact;
import dev.uncanned.campaign.RecurringRuns;
import dev.uncanned.campaign.SenderText;
import dev.uncanned.mart.MessageRow;
import dev.uncanned.mart.MessageScoreRow;
import dev.uncanned.pipeline.Explanation.Delivery;
import dev.uncanned.pipeline.SentTexts.Sent;
import dev.uncanned.score.AddressedText;
import dev.uncanned.score.Customisation;
import dev.uncanned.score.Customised;
import dev.uncanned.score.ScopedText;
import dev.uncanned.template.LabelledSpan;
import dev.uncanned.template.MemberText;
import dev.uncanned.template.TemplateAligner;
import dev.uncanned.template.TemplateDrawing;
import dev.uncanned.template.TextSpan;
import dev.uncanned.text.Masker;
import dev.uncanned.text.TokenPlaces;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Works out from the published tables why a message got its scores.
 *
 * <p>Numbers are those that were published. Which words they count is found out once more, by the
 * rules of the run, from the texts in the restricted tables.
 */
public final class Explainer {

  private static final int SHOWN_IDS = 5;
  private static final String MESSAGE_ID = "message_id";
  private static final String CLUSTER_ID = "cluster_id";
  private static final String CAMPAIGN_ID = "campaign_id";
  private static final List<String> REACH = List.of("members_n", "recipients_n", "senders_n");
  private static final List<String> TEMPLATE =
      List.of("members_n", "recipients_n", "senders_n", "skeleton_public");
  private static final String DISTINCT_N = "distinct_n";
  private static final String UNKNOWN = "\u2013";
  private static final String IS_MEDOID = "is_medoid";

  private final Path out;
  private final Path folder;

  private Explainer(Path out, Path folder) {
    this.out = out;
    this.folder = folder;
  }

  /**
   * Opens a generation.
   *
   * @param generation its number; null for the newest
   * @throws UserException if it is not there
   */
  public static Explainer open(Path out, Long generation) {
    Outputs.Newest found = Outputs.of(out, generation);
    return new Explainer(out, found.folder());
  }

  /**
   * Explains a message.
   *
   * @param id its id or the beginning of it
   * @throws UserException if no message or more than one has such an id
   */
  public Explanation explain(String id) {
    try {
      return explained(find(id));
    } catch (IOException failure) {
      throw new UserException(ExitCode.IO, out + ": its tables cannot be read");
    }
  }

  private String find(String id) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    ParquetCells.read(
        table("message_scores"),
        List.of(MESSAGE_ID),
        row -> {
          if (row.text(MESSAGE_ID).startsWith(id)) {
            found.add(row.text(MESSAGE_ID));
          }
        });
    if (found.isEmpty()) {
      throw new UserException(
          ExitCode.NO_INPUT,
          id + ": no message has this id; look it up in " + out + "/current/tables/messages");
    }
    if (found.size() > 1 && !found.contains(id)) {
      throw new UserException(
          ExitCode.USAGE,
          id
              + ": "
              + found.size()
              + " messages have such an id, among them "
              + String.join(", ", found.stream().limit(SHOWN_IDS).toList())
              + "; give more of it");
    }
    return found.first();
  }

  private Explanation explained(String id) throws IOException {
    List<Delivery> deliveries = deliveries(id);
    String cluster = deliveries.get(0).scores().get(CLUSTER_ID);
    Map<String, String> template = new LinkedHashMap<>();
    one("clusters", CLUSTER_ID, cluster, TEMPLATE, template);
    Map<String, String> campaign = new LinkedHashMap<>();
    one("campaigns", CAMPAIGN_ID, deliveries.get(0).scores().get(CAMPAIGN_ID), REACH, campaign);
    List<Map<String, String>> slots = template.isEmpty() ? List.of() : slots(cluster);
    Map<String, String> message = new LinkedHashMap<>();
    one("messages", MESSAGE_ID, id, columns(MessageRow.class), message);
    String[] text = new String[2];
    if (!Files.isReadable(texts())) {
      return new Explanation(
          id, message, null, List.of(), null, template, campaign, slots, deliveries);
    }
    SentTexts around = SentTexts.around(folder, id);
    Map<String, String> masked = masked(around, id, text);
    PipelineConfig config = config();
    Sent own = around.message(id);
    Customised counted = own.eligible() ? customised(own, around, masked, config) : null;
    return new Explanation(
        id,
        message,
        text[0],
        spans(own, text, deliveries.get(0), around, masked, config, counted),
        counted == null ? null : counted.customised_words(),
        template,
        campaign,
        slots,
        deliveries);
  }

  private Path table(String name) {
    return folder.resolve("tables").resolve(name);
  }

  private Path texts() {
    return folder.resolve("restricted").resolve("messages_text");
  }

  private List<Delivery> deliveries(String id) throws IOException {
    List<String> single = columns(MessageScoreRow.class);
    List<String> wanted = new ArrayList<>(single);
    wanted.addAll(List.of("evidence", "defects"));
    List<Delivery> deliveries = new ArrayList<>();
    ParquetCells.read(
        table("message_scores"),
        wanted,
        row -> {
          if (id.equals(row.text(MESSAGE_ID))) {
            deliveries.add(
                new Delivery(
                    shown(row, single), row.elements("evidence"), row.elements("defects")));
          }
        });
    return deliveries;
  }

  private static List<String> columns(Class<? extends Record> record) {
    return Arrays.stream(record.getRecordComponents())
        .filter(component -> component.getType() != List.class)
        .map(RecordComponent::getName)
        .toList();
  }

  private static Map<String, String> shown(ParquetCells.Cells row, List<String> columns) {
    Map<String, String> shown = new LinkedHashMap<>();
    for (String column : columns) {
      String value = row.shown(column);
      if (value != null) {
        shown.put(column, value);
      }
    }
    return shown;
  }

  private void one(
      String table, String key, String value, List<String> columns, Map<String, String> into)
      throws IOException {
    List<String> wanted = new ArrayList<>(columns);
    wanted.remove(key);
    wanted.add(key);
    ParquetCells.read(
        table(table),
        wanted,
        row -> {
          if (into.isEmpty() && row.text(key) != null && row.text(key).equals(value)) {
            into.putAll(shown(row, columns));
          }
        });
  }

  private List<Map<String, String>> slots(String cluster) throws IOException {
    TreeMap<Integer, Map<String, String>> slots = new TreeMap<>();
    List<String> columns = List.of("slot_no", "type", "fill_rate", DISTINCT_N, CLUSTER_ID);
    ParquetCells.read(
        table("slots"),
        columns,
        row -> {
          if (row.text(CLUSTER_ID).equals(cluster)) {
            Map<String, String> slot = shown(row, columns);
            slot.putIfAbsent(DISTINCT_N, UNKNOWN);
            slots.put(row.small("slot_no"), slot);
          }
        });
    return List.copyOf(slots.values());
  }

  /**
   * The masked texts of some messages, by id; the text of the message itself goes into an array.
   */
  private Map<String, String> masked(SentTexts around, String id, String[] text)
      throws IOException {
    Map<String, String> masked = new HashMap<>();
    ParquetCells.read(
        texts(),
        List.of(MESSAGE_ID, "body_clean", "body_masked"),
        row -> {
          String message = row.text(MESSAGE_ID);
          if (around.message(message) != null) {
            masked.put(message, row.text("body_masked"));
          }
          if (message.equals(id)) {
            text[0] = row.text("body_clean");
            text[1] = row.text("body_masked");
          }
        });
    if (text[0] == null) {
      throw new UserException(
          ExitCode.NO_INPUT,
          id + ": the text of this message is not kept any more; see retention.texts_days");
    }
    return masked;
  }

  private List<LabelledSpan> spans(
      Sent own,
      String[] text,
      Delivery delivery,
      SentTexts around,
      Map<String, String> masked,
      PipelineConfig config,
      Customised counted)
      throws IOException {
    Contact nobody = Contact.of(null, null, null);
    TokenPlaces places = new Masker().places(text[0], nobody, List.of()).ofMasked(text[1]);
    return TemplateDrawing.spans(
        text[0],
        places,
        skeleton(own, around, masked, config),
        counted == null ? null : counted.spans(),
        own.eligible() ? recurring(own, around, masked, config) : null,
        evidence(delivery));
  }

  private PipelineConfig config() throws IOException {
    Path run = folder.resolve(RunJson.FILE);
    return new ConfigReader().recorded(new ObjectMapper().readTree(run.toFile()).path("config"));
  }

  private String skeleton(
      Sent own, SentTexts around, Map<String, String> masked, PipelineConfig config)
      throws IOException {
    Long size = around.size(own.cluster_id());
    if (size == null || size < 2) {
      return null;
    }
    Map<String, Long> copies = new TreeMap<>();
    for (Sent sent : around.all()) {
      if (own.cluster_id().equals(sent.cluster_id())) {
        copies.merge(masked.get(sent.message_id()), 1L, Long::sum);
      }
    }
    String medoid = masked.get(medoid(own.cluster_id()));
    List<MemberText> members = new ArrayList<>();
    copies.forEach(
        (each, n) ->
            members.add(new MemberText(own.cluster_id(), each, each, n, each.equals(medoid))));
    return new TemplateAligner(config.template()).align(own.cluster_id(), members).given();
  }

  private String medoid(String cluster) throws IOException {
    TreeSet<String> medoids = new TreeSet<>();
    ParquetCells.read(
        table("cluster_members"),
        List.of(MESSAGE_ID, CLUSTER_ID, IS_MEDOID),
        row -> {
          if (cluster.equals(row.text(CLUSTER_ID)) && Boolean.TRUE.equals(row.flag(IS_MEDOID))) {
            medoids.add(row.text(MESSAGE_ID));
          }
        });
    return medoids.isEmpty() ? null : medoids.first();
  }

  private static Customised customised(
      Sent own, SentTexts around, Map<String, String> masked, PipelineConfig config) {
    int fewest = config.score().min_members();
    List<ScopedText> all = new ArrayList<>();
    for (Sent sent : around.all()) {
      if (sent.eligible()) {
        all.addAll(ScopedText.of(addressed(sent, around, masked, fewest), config.score()));
      }
    }
    String scope =
        all.stream()
            .filter(text -> text.message_id().equals(own.message_id()) && !text.witness())
            .map(ScopedText::scope_key)
            .findFirst()
            .orElse(null);
    Iterator<Customised> results =
        new Customisation(config.score())
            .customised(all.stream().filter(text -> text.scope_key().equals(scope)).iterator());
    while (results.hasNext()) {
      Customised one = results.next();
      if (one.message_id().equals(own.message_id())) {
        return one;
      }
    }
    return null;
  }

  private static AddressedText addressed(
      Sent sent, SentTexts around, Map<String, String> masked, int fewest) {
    return new AddressedText(
        sent.message_id(),
        sent.recipient_ids(),
        sent.sender_id(),
        masked.get(sent.message_id()),
        null,
        sent.cluster_id(),
        sent.campaign_id(),
        atLeast(fewest, around.size(sent.cluster_id())),
        atLeast(fewest, around.size(sent.campaign_id())),
        null);
  }

  private static Long atLeast(int fewest, Long size) {
    return size == null || size < fewest ? null : size;
  }

  private static List<Integer> recurring(
      Sent own, SentTexts around, Map<String, String> masked, PipelineConfig config) {
    List<SenderText> outbox = new ArrayList<>();
    for (Sent sent : around.all()) {
      if (sent.eligible() && sent.sender_id() != null && sent.sender_id().equals(own.sender_id())) {
        outbox.add(
            new SenderText(
                sent.message_id(),
                sent.sender_id(),
                sent.recipient_ids(),
                null,
                null,
                masked.get(sent.message_id()),
                true));
      }
    }
    return outbox.isEmpty() ? null : RecurringRuns.of(config.campaign(), outbox, own.message_id());
  }

  private static List<TextSpan> evidence(Delivery delivery) {
    List<TextSpan> spans = new ArrayList<>();
    for (Map<String, String> one : delivery.evidence()) {
      if (Boolean.parseBoolean(one.get("verified"))) {
        spans.add(
            new TextSpan(Integer.parseInt(one.get("start")), Integer.parseInt(one.get("end"))));
      }
    }
    return spans;
  }
}
