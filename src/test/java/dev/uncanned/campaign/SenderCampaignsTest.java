package dev.uncanned.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.campaign.SampleOutbox.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderCampaignsTest {

  private static final String PITCH =
      "we help teams like yours to ship twice as often without any night shifts at all";
  private static final Instant DAY = Instant.parse("2026-01-05T09:00:00Z");

  private final List<SenderText> sent = new ArrayList<>();
  private final Map<String, String> clusters = new HashMap<>();

  @Test
  void phraseRecursOnceEnoughOthersGotIt() {
    for (int i = 0; i < 3; i++) {
      send(PITCH, "r" + i);
    }
    assertThat(shares()).containsOnly(0f);

    send(PITCH, "r3");
    assertThat(shares()).containsOnly(1f);
  }

  @Test
  void recipientsOfTheMessageItselfAreNoOthers() {
    send(PITCH, "a", "b", "c", "d", "e");
    send(PITCH, "a", "b");

    assertThat(shares()).containsExactly(0f, 1f);
  }

  @Test
  void writingToOnePersonAgainIsNoRecurrence() {
    for (int i = 0; i < 10; i++) {
      send(PITCH, "same");
    }

    assertThat(shares()).hasSize(10).containsOnly(0f);
  }

  @Test
  void messageWithoutRecipientsCountsAsItsOwn() {
    for (int i = 0; i < 4; i++) {
      send(PITCH);
    }

    assertThat(shares()).containsOnly(1f);
  }

  @Test
  void placeholdersAloneAreNoPhrase() {
    String masked = "⟨FIRST⟩ ⟨LAST⟩ ⟨ORG⟩ ⟨TITLE⟩ ⟨DATE⟩ ⟨NUM⟩ ⟨URL⟩ ⟨EMAIL⟩";
    for (int i = 0; i < 9; i++) {
      send(masked, "r" + i);
    }

    assertThat(shares()).containsOnly(0f);
  }

  @Test
  void countsEveryTokenThatAPhraseReaches() {
    for (int i = 0; i < 5; i++) {
      send("one" + i + " two" + i + " but these five words recur then" + i + " end" + i, "r" + i);
    }

    assertThat(shares()).containsOnly(5f / 9);
  }

  @Test
  void shortTextHasNoShare() {
    for (int i = 0; i < 9; i++) {
      send("thanks for the quick answer my friend", "r" + i);
    }

    assertThat(members()).allSatisfy(member -> assertThat(member.reuse_share()).isNull());
  }

  @Test
  void clusterIsACampaignEvenWhereNoPhraseRecurs() {
    clusters.put("thanks", "c");
    clusters.put("thanks a lot", "c");
    send("thanks", "a");
    send("thanks a lot", "b");
    send("bye", "c");

    String campaign = ContentHash.of("campaign", "m0");
    assertThat(ids()).containsExactly(campaign, campaign, null);
  }

  @Test
  void campaignIsNamedAfterItsOldestMessageAndUndatedOnesAreYoungest() {
    sent.add(new SenderText("m1", "s", List.of("a"), null, PITCH, PITCH, true));
    sent.add(new SenderText("m3", "s", List.of("b"), DAY, PITCH, PITCH, true));
    sent.add(new SenderText("m2", "s", List.of("c"), DAY, PITCH, PITCH, true));

    assertThat(ids()).containsOnly(ContentHash.of("campaign", "m2"));
  }

  @Test
  void findsTheBlockInsideLongPersonalTexts() {
    Prose prose = new Prose(5);
    String block = prose.words(35);
    for (int i = 0; i < 30; i++) {
      send(prose.words(60) + " " + block + " " + prose.words(50), "r" + i);
    }

    assertThat(ids()).doesNotContainNull().containsOnly(ids().get(0));
  }

  @ParameterizedTest
  @CsvSource({
    "i hope this finds you well, let me know if you have any questions and have a great weekend",
    "hope all is well with you, thanks a lot and have a lovely evening",
    "ich hoffe es geht dir gut, melde dich gerne wenn du noch fragen hast und hab ein schönes wochenende",
    "j'espère que vous allez bien, n'hésitez pas à me contacter si vous avez des questions bonne journée",
    "espero que estés muy bien, quedo a tu disposición para cualquier duda un saludo y buena semana",
    "espero que esteja tudo bem com você, fico à disposição para qualquer dúvida tenha um ótimo dia",
    "spero che tu stia bene, resto a disposizione per qualsiasi domanda e ti auguro una buona giornata",
    "ik hoop dat het goed met je gaat, laat het me gerust weten als je nog vragen hebt en een fijne dag"
  })
  void courtesiesAroundFewWordsOfOnesOwnMakeNoCampaign(String opening, String closing) {
    Prose prose = new Prose(7);
    for (int i = 0; i < 15; i++) {
      send("hi ⟨FIRST⟩ " + opening + " " + prose.words(16) + " " + closing, "r" + i);
    }

    assertThat(shares()).allMatch(share -> share >= 0.3f);
    assertThat(ids()).containsOnlyNulls();
  }

  @Test
  void aPitchBetweenCourtesiesIsACampaign() {
    Prose prose = new Prose(8);
    for (int i = 0; i < 15; i++) {
      send(
          "hi ⟨FIRST⟩ i hope this finds you well "
              + prose.words(16)
              + " we plan routes for small fleets so that vans drive home half as often empty"
              + " let me know if you have any questions and have a great weekend",
          "r" + i);
    }

    assertThat(ids()).doesNotContainNull().containsOnly(ids().get(0));
  }

  @Test
  void orderOfTheInputDoesNotMatter() {
    SampleOutbox outbox = new SampleOutbox("o", 11);
    for (Kind kind : List.of(Kind.SPINTAX, Kind.SEMI, Kind.MERGE, Kind.BLAST)) {
      outbox.campaign(kind, 300);
    }
    outbox.handWritten(100);
    outbox.samples().forEach(sample -> sent.add(sample.text()));
    Map<String, CampaignMember> before = byId();
    Collections.shuffle(sent, new Random(3));

    assertThat(byId()).isEqualTo(before);
  }

  @Test
  void emptyInputHasNoMembers() {
    assertThat(members()).isEmpty();
  }

  @Test
  void toleratesTextsOfAnyShape() {
    for (String masked : new String[] {null, "", " ", "  a   b ", "⟨", "\ud83d x \udc00"}) {
      sent.add(new SenderText("m" + masked, "s", null, Instant.MAX, null, masked, true));
    }

    assertThat(members()).hasSize(6);
  }

  /** Copies leave out a third of their template's sentences, so parts are found one by one. */
  @Test
  void campaignsStayWholeHoweverManyASenderHas() {
    int campaigns = 1_300;
    Random random = new Random(3);
    for (int campaign = 0; campaign < campaigns; campaign++) {
      List<String> sentences = Stream.generate(() -> words(random, 5)).limit(12).toList();
      for (int copy = 0; copy < 10; copy++) {
        String kept =
            sentences.stream()
                .filter(sentence -> random.nextInt(3) > 0)
                .collect(Collectors.joining(" "));
        send(words(random, 20) + " " + kept, "r" + sent.size());
      }
    }

    Map<Integer, Set<String>> found = new HashMap<>();
    byId()
        .forEach(
            (id, member) -> {
              if (member.campaign_id() != null) {
                int campaign = Integer.parseInt(id.substring(1)) / 10;
                found.computeIfAbsent(campaign, none -> new HashSet<>()).add(member.campaign_id());
              }
            });

    assertThat(found).hasSize(campaigns);
    assertThat(found.values()).filteredOn(ids -> ids.size() > 1).hasSizeLessThan(5);
  }

  private static String words(Random random, int count) {
    return random
        .ints(count, 0, 1 << 22)
        .mapToObj(word -> "w" + Integer.toString(word, Character.MAX_RADIX))
        .collect(Collectors.joining(" "));
  }

  private void send(String masked, String... recipients) {
    int n = sent.size();
    sent.add(
        new SenderText(
            "m" + n, "s", List.of(recipients), DAY.plusSeconds(n), masked, masked, true));
  }

  private List<CampaignMember> members() {
    List<CampaignMember> members = new ArrayList<>();
    new SenderCampaigns(CampaignConfig.standard())
        .members(sent.iterator(), clusters)
        .forEachRemaining(found -> members.add(found.member()));
    return members;
  }

  private List<Float> shares() {
    return members().stream().map(CampaignMember::reuse_share).toList();
  }

  private List<String> ids() {
    return members().stream().map(CampaignMember::campaign_id).toList();
  }

  private Map<String, CampaignMember> byId() {
    Map<String, CampaignMember> byId = new HashMap<>();
    members().forEach(member -> byId.put(member.message_id(), member));
    return byId;
  }
}
