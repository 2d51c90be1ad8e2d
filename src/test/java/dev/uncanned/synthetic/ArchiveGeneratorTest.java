package dev.uncanned.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveGeneratorTest {

  @TempDir static Path folder;
  private static WrittenWorld world;

  @BeforeAll
  static void generate() throws IOException {
    new ArchiveGenerator(new GeneratorConfig(3_000, 7)).generate(folder);
    world = new WrittenWorld(folder);
  }

  @Test
  void sameSeedWritesSameBytesInEveryZoneAndLocale(@TempDir Path one, @TempDir Path two)
      throws IOException {
    new ArchiveGenerator(new GeneratorConfig(400, 5)).generate(one);
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      new ArchiveGenerator(new GeneratorConfig(400, 5)).generate(two);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
    assertThat(hashes(one)).hasSizeGreaterThan(20).isEqualTo(hashes(two));
  }

  @Test
  void anotherSeedWritesOtherPeople(@TempDir Path other) throws IOException {
    new ArchiveGenerator(new GeneratorConfig(200, 8)).generate(other);
    assertThat(WrittenWorld.read(other.resolve("roster.csv")))
        .isNotEqualTo(WrittenWorld.read(folder.resolve("roster.csv")));
  }

  @Test
  void writesAnExportInEachGenerationOfTheHeader() {
    List<String> headers =
        world.archives().stream()
            .filter(name -> name.contains("LinkedIn"))
            .map(world::files)
            .map(files -> files.getOrDefault("messages.csv", files.get("Messages.csv")))
            .map(text -> text.substring(0, text.indexOf('\n')))
            .toList();
    assertThat(headers)
        .containsExactly(
            "From,To,Date,Subject,Content,Direction,Folder",
            "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,"
                + "FOLDER",
            "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,"
                + "RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER",
            "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,"
                + "RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,IS MESSAGE DRAFT",
            "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,"
                + "RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,"
                + "IS MESSAGE DRAFT,IS CONVERSATION DRAFT",
            "\"CONVERSATION ID\",\"CONVERSATION TITLE\",\"FROM\",\"SENDER PROFILE URL\",\"TO\","
                + "\"RECIPIENT PROFILE URLS\",\"DATE\",\"SUBJECT\",\"CONTENT\",\"FOLDER\","
                + "\"ATTACHMENTS\",\"IS MESSAGE DRAFT\",\"IS CONVERSATION DRAFT\"");
  }

  @Test
  void everyRowOfTheTruthJoinsItsMessageByPlaceAndHash() {
    Map<String, Map<String, String>> texts = new HashMap<>();
    world.archives().forEach(archive -> texts.put(archive, texts(archive)));
    List<Map<String, String>> truth = world.truth();
    assertThat(truth).hasSizeBetween(2_900, 3_100);
    for (Map<String, String> row : truth) {
      String text = texts.get(row.get("archive")).get(row.get("row_key"));
      assertThat(text).as("%s %s", row.get("archive"), row.get("row_key")).isNotNull();
      assertThat(sha256(text.strip().replaceAll("[\\s\\h]+", " ")))
          .as("%s %s", row.get("archive"), row.get("row_key"))
          .isEqualTo(row.get("text_sha256"));
    }
  }

  @Test
  void truthOfAnExportAgreesWithItsRow() {
    String archive = archive("04-");
    List<Map<String, String>> rows = world.rows(archive, "messages.csv");
    List<Map<String, String>> truth =
        world.truth().stream()
            .filter(row -> row.get("archive").equals(archive))
            .filter(row -> row.get("row_key").startsWith("messages.csv#"))
            .toList();
    assertThat(truth).isNotEmpty();
    for (Map<String, String> row : truth) {
      Map<String, String> found = rows.get(Integer.parseInt(row.get("row_key").substring(13)) - 1);
      assertThat(found.get("DATE").replace(" UTC", "Z").replace(' ', 'T'))
          .isEqualTo(row.get("sent_at"));
      assertThat(profile(found.get("SENDER PROFILE URL"))).isEqualTo(row.get("sender"));
    }
  }

  @Test
  void conversationsAreContiguousAndNewestFirst() {
    String last = "";
    String lastDate = "";
    Set<String> seen = new TreeSet<>();
    for (Map<String, String> row : world.rows(archive("04-"), "messages.csv")) {
      String conversation = row.get("CONVERSATION ID");
      if (conversation.isEmpty()) {
        continue;
      }
      if (conversation.equals(last)) {
        assertThat(row.get("DATE")).isLessThanOrEqualTo(lastDate);
      } else {
        assertThat(seen.add(conversation)).isTrue();
      }
      last = conversation;
      lastDate = row.get("DATE");
    }
  }

  @Test
  void plantedCountsAreThoseOfTheTruth() {
    Map<String, Long> counted =
        world.truth().stream()
            .collect(
                Collectors.groupingBy(row -> row.get("kind"), TreeMap::new, Collectors.counting()));
    Map<String, Long> described = new TreeMap<>();
    for (String line : WrittenWorld.read(folder.resolve("README.md")).lines().toList()) {
      String[] cells = line.split("\\|", -1);
      if (line.startsWith("| `") && cells.length == 7 && !cells[4].strip().equals("none")) {
        described.put(cells[1].strip().replace("`", ""), Long.parseLong(cells[4].strip()));
      }
    }
    assertThat(described).isEqualTo(counted).hasSize(10);
  }

  @Test
  void everyCampaignReachesEightAndBlastsTwenty() {
    Map<String, Set<String>> reached = new TreeMap<>();
    for (Map<String, String> row : world.truth()) {
      if (!row.get("campaign").isEmpty() && !row.get("kind").equals("inbound_blast")) {
        reached
            .computeIfAbsent(row.get("kind") + " " + row.get("campaign"), key -> new TreeSet<>())
            .add(row.get("recipient"));
      }
    }
    assertThat(reached).hasSizeGreaterThan(20);
    reached.forEach(
        (campaign, people) ->
            assertThat(people)
                .as(campaign)
                .hasSizeGreaterThanOrEqualTo(campaign.startsWith("blast") ? 18 : 8));
  }

  @Test
  void labelsMassSendsByKind() {
    Map<String, Set<String>> labels = new TreeMap<>();
    world
        .truth()
        .forEach(
            row ->
                labels
                    .computeIfAbsent(row.get("kind"), key -> new TreeSet<>())
                    .add(row.get("mass_send")));
    assertThat(labels)
        .containsEntry("spintax", Set.of("true"))
        .containsEntry("semi", Set.of("true"))
        .containsEntry("hand", Set.of("false"))
        .containsEntry("reply", Set.of("false"))
        .containsEntry("one_tap", Set.of(""));
  }

  @Test
  void olderExportRepeatsMessagesOfTheNewerOne() {
    Set<String> newer =
        world.rows(archive("05-", "2026.zip"), "messages.csv").stream()
            .map(row -> row.get("CONVERSATION ID") + row.get("DATE") + row.get("CONTENT"))
            .collect(Collectors.toSet());
    List<Map<String, String>> older =
        world.rows(archive("05-", "older-export.zip"), "messages.csv");
    assertThat(older)
        .hasSizeGreaterThan(50)
        .filteredOn(row -> !row.get("FROM").isEmpty())
        .allMatch(
            row ->
                newer.contains(row.get("CONVERSATION ID") + row.get("DATE") + row.get("CONTENT")));
  }

  @Test
  void someRecipientsHearFromTwoColleagues() {
    Map<String, Set<String>> senders = new TreeMap<>();
    for (Map<String, String> row : world.truth()) {
      if (row.get("direction").equals("OUTBOUND") && !row.get("campaign").isEmpty()) {
        senders
            .computeIfAbsent(row.get("recipient"), key -> new TreeSet<>())
            .add(row.get("sender"));
      }
    }
    senders.remove("LinkedIn Member");
    assertThat(senders.values()).filteredOn(some -> some.size() > 1).hasSizeGreaterThan(10);
  }

  @Test
  void colleaguesConversationIsInBothArchivesAndOnceInTheTruth() {
    Set<String> third =
        world.rows(archive("03-"), "messages.csv").stream()
            .map(row -> row.get("CONVERSATION ID") + row.get("CONTENT"))
            .collect(Collectors.toSet());
    List<Map<String, String>> both =
        world.rows(archive("04-"), "messages.csv").stream()
            .filter(row -> third.contains(row.get("CONVERSATION ID") + row.get("CONTENT")))
            .toList();
    assertThat(both).hasSize(3);
    for (Map<String, String> row : both) {
      String hash = sha256(row.get("CONTENT").strip().replaceAll("[\\s\\h]+", " "));
      assertThat(world.truth()).filteredOn(t -> t.get("text_sha256").equals(hash)).hasSize(1);
    }
  }

  @Test
  void plantsOneDamagedRecordDefectsAndDifficultNames() {
    String damaged = world.files(archive("03-")).get("messages.csv");
    assertThat(damaged.split("lost its closing quote", -1)).hasSize(2);
    assertThat(world.truth())
        .extracting(row -> row.get("defect"))
        .contains("unresolved_token", "wrong_name", "null_literal");
    List<String> names =
        world.rows(archive("04-"), "messages.csv").stream().map(row -> row.get("TO")).toList();
    assertThat(names)
        .contains("LinkedIn Member")
        .anyMatch(name -> name.codePoints().anyMatch(Character::isIdeographic))
        .anyMatch(name -> name.endsWith(", MBA") || name.endsWith(", PhD"));
  }

  @Test
  void manyMessagesMakeMoreArchives(@TempDir Path out) throws IOException {
    new ArchiveGenerator(new GeneratorConfig(20_000, 3, 2_000)).generate(out);
    WrittenWorld large = new WrittenWorld(out);
    assertThat(large.truth()).hasSizeBetween(19_800, 20_200);
    assertThat(large.archives()).filteredOn(name -> name.contains("LinkedIn")).hasSize(10);
  }

  private static String archive(String prefix, String... suffix) {
    return world.archives().stream()
        .filter(name -> name.startsWith(prefix))
        .filter(name -> suffix.length == 0 ? name.contains("LinkedIn") : name.endsWith(suffix[0]))
        .findFirst()
        .orElseThrow();
  }

  /** Texts of an archive by the key that the truth gives them. */
  private static Map<String, String> texts(String archive) {
    Map<String, String> texts = new HashMap<>();
    Map<String, String> files = world.files(archive);
    Collection<String> names = new ArrayList<>(files.keySet());
    for (String name : names) {
      if (name.endsWith("essages.csv") || name.equals("Invitations.csv")) {
        List<Map<String, String>> rows = world.rows(archive, name);
        for (int i = 0; i < rows.size(); i++) {
          Map<String, String> row = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
          row.putAll(rows.get(i));
          texts.put(name + "#" + (i + 1), row.getOrDefault("content", row.get("message")));
        }
      } else if (!name.endsWith(".csv")) {
        texts.put(name, NaiveMail.text(files.get(name)));
      }
    }
    return texts;
  }

  private static String profile(String url) {
    return java.net.URLDecoder.decode(url.replace("https://www.", ""), StandardCharsets.UTF_8);
  }

  private static Map<String, String> hashes(Path root) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(root.relativize(file).toString(), sha256(Files.readAllBytes(file)));
      }
    }
    return hashes;
  }

  private static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
