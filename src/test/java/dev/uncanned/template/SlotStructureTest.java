package dev.uncanned.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.text.Masker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where slots begin and end in templates as people write them, and what is shown of them. */
class SlotStructureTest {

  private static final TemplateAligner ALIGNER = new TemplateAligner(TemplateConfig.defaults());

  static Stream<Arguments> otherSentences() {
    return Stream.of(
        Arguments.of(
            "Hi, we sell felt soles. # We ship on the same day to all of Europe.",
            List.of("Our mill has spun wool since the war.", "No animal is harmed for it."),
            "hi we sell felt soles {1: our mill has spun wool since the war | no animal is harmed"
                + " for it} we ship on the same day to all of europe"),
        Arguments.of(
            "Hi, we sell felt soles. # We ship on the same day to all of Europe.",
            List.of(
                "Our mill in the hills has spun wool since the war.",
                "No sheep is harmed and the wool comes from the hills."),
            "hi we sell felt soles {1: our mill in the hills has spun wool since the war | no sheep"
                + " is harmed and the wool comes from the hills} we ship on the same day to all of"
                + " europe"),
        Arguments.of(
            "Felt soles keep the feet of your drivers warm through the whole winter. #",
            List.of(
                "Would you have ten minutes for a call on Thursday?",
                "Just hit reply if this speaks to you."),
            "felt soles keep the feet of your drivers warm through the whole winter {1: would you"
                + " have ten minutes for a call on thursday | just hit reply if this speaks to you}"),
        Arguments.of(
            "Guten Tag, wir weben Filz für Schuhe. # Wir liefern am selben Tag in ganz Europa.",
            List.of(
                "Unsere Weberei spinnt Wolle seit dem Krieg.",
                "Kein Schaf leidet und die Wolle kommt aus dem Tal."),
            "guten tag wir weben filz für schuhe {1: unsere weberei spinnt wolle seit dem krieg |"
                + " kein schaf leidet und die wolle kommt aus dem tal} wir liefern am selben tag in"
                + " ganz europa"),
        Arguments.of(
            "Bonjour, nous vendons du feutre. # Nous livrons le jour même dans toute l'Europe.",
            List.of(
                "Notre moulin file la laine depuis la guerre.",
                "Aucun mouton ne souffre, la laine vient des collines."),
            "bonjour nous vendons du feutre {1: notre moulin file la laine depuis la guerre | aucun"
                + " mouton ne souffre la laine vient des collines} nous livrons le jour même dans"
                + " toute l'europe"));
  }

  @ParameterizedTest
  @MethodSource("otherSentences")
  void sentenceInPlaceOfAnotherIsOneAlternativeHoweverManyHaveIt(
      String frame, List<String> sentences, String expected) {
    for (int others : new int[] {8, 10, 14}) {
      Map<String, Integer> texts = new LinkedHashMap<>();
      texts.put(frame.replace("#", sentences.get(0)), 40 - others);
      texts.put(frame.replace("#", sentences.get(1)), others);
      assertThat(template(texts).published()).isEqualTo(expected);
    }
  }

  @Test
  void sentenceOfFewMessagesIsLeftOut() {
    Map<String, Integer> texts = new LinkedHashMap<>();
    texts.put("We sell soles. Our mill has spun wool since the war. We ship at once.", 34);
    texts.put("We sell soles. No animal is harmed for it. We ship at once.", 6);
    assertThat(template(texts).published())
        .isEqualTo("we sell soles our mill has spun wool since the war we ship at once");
  }

  @Test
  void choicesThatDoNotDependOnEachOtherStaySlotsOfTheirOwn() {
    Map<String, Integer> texts = new LinkedHashMap<>();
    for (String colour : List.of("red", "blue")) {
      for (String size : List.of("tall", "small")) {
        texts.put("We rent " + colour + " chairs and " + size + " desks for your party.", 8);
      }
    }
    assertThat(template(texts).published())
        .isEqualTo("we rent {1: blue | red} chairs and {2: small | tall} desks for your party");
  }

  @Test
  void optionalBlocksOfTheSameMessagesStaySlotsOfTheirOwn() {
    Map<String, Integer> texts = new LinkedHashMap<>();
    texts.put("We rent chairs for parties, cheers Tom.", 20);
    texts.put("We rent chairs for parties and weddings, cheers and happy Easter Tom.", 12);
    assertThat(template(texts).published())
        .isEqualTo(
            "we rent chairs for parties [optional: and weddings] cheers [optional: and happy"
                + " easter] tom");
  }

  static Stream<Arguments> optionalSentences() {
    return Stream.of(
        Arguments.of(
            "We answer the calls at night. ",
            "We also take over the filing.",
            " We also bill per truck."),
        Arguments.of(
            "No fee for the training. ", "No fee for the setup.", " No fee for the support."),
        Arguments.of(
            "Wartung zum Festpreis. ",
            "Wir übernehmen außerdem die Entsorgung.",
            " Wir übernehmen auch den Notruf."),
        Arguments.of(
            "Nous livrons demain. ",
            "Nous prenons aussi les vieux appareils.",
            " Nous prenons en charge les frais."),
        Arguments.of(
            "Entregamos mañana. ",
            "También ofrecemos la limpieza.",
            " También ofrecemos un descuento."),
        Arguments.of(
            "Consegniamo domani. ",
            "Ci occupiamo anche dei permessi.",
            " Ci occupiamo di tutto il resto."));
  }

  @ParameterizedTest
  @MethodSource("optionalSentences")
  void optionalSentenceThatBeginsLikeTheNextOneIsWhole(String before, String block, String behind) {
    Map<String, Integer> texts = new LinkedHashMap<>();
    texts.put(before + behind, 14);
    texts.put(before + block + behind, 14);
    String expected = masked(before) + " [optional: " + masked(block) + "] " + masked(behind);
    assertThat(template(texts).published()).isEqualTo(expected);
    texts.put(before + block + behind, 16);
    assertThat(template(texts).published()).isEqualTo(expected);
  }

  @Test
  void neighbouringChoicesAreSlotsOfTheirOwn() {
    List<String> hopes =
        List.of("Hope you are well.", "How are you today?", "Good to be in touch.");
    List<String> offers = List.of("I sell", "we make", "our mill grinds");
    List<String> paints = List.of("chalk paint", "lime paint", "clay paint");
    Map<String, Integer> texts = new LinkedHashMap<>();
    for (int i = 0; i < 30; i++) {
      String choice = hopes.get(i % 3) + " " + offers.get(i / 3 % 3) + " " + paints.get(i / 9 % 3);
      texts.merge("Hi, " + choice + " and it dries overnight in any weather.", 1, Integer::sum);
    }
    Template template = template(texts);
    assertThat(template.slots())
        .extracting(Slot::type)
        .containsExactly(SlotType.ENUMERATED, SlotType.ENUMERATED, SlotType.ENUMERATED);
    assertThat(template.published())
        .startsWith("hi {1: good to be in touch | hope you are well | how are you today} {2: ")
        .contains("our mill grinds")
        .endsWith("paint and it dries overnight in any weather");
  }

  @Test
  void wordBetweenTwoChoicesIsOfTheSkeletonHoweverLongTheAlternativesAre() {
    List<String> teams = List.of("sales", "marketing", "customer success", "finance");
    List<String> cities =
        List.of("berlin", "new york", "paris", "london", "madrid", "san francisco", "rome");
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      Map<String, Integer> texts = new LinkedHashMap<>();
      for (int i = 0; i < 40; i++) {
        String choice = teams.get(random.nextInt(4)) + " in " + cities.get(random.nextInt(7));
        texts.merge("you are hiring for " + choice + " we fill open seats fast", 1, Integer::sum);
      }
      AlignedTemplate aligned = aligned(texts);
      assertThat(aligned.template().skeleton())
          .isEqualTo("you are hiring for {1} in {2} we fill open seats fast");
      assertThat(aligned.template().slots())
          .allMatch(slot -> slot.type() == SlotType.ENUMERATED && slot.fill_rate() == 1);
      for (AlignedMember member : aligned.members()) {
        assertThat(String.join(" ", member.rebuild(aligned.words())))
            .isEqualTo(member.text().masked());
      }
    }
  }

  @Test
  void mixtureOfTheSamePhrasesIsNotFreeText() {
    Map<String, Integer> texts = new LinkedHashMap<>();
    List<String> ends = List.of("the big red barn", "the old stone mill", "the new iron bridge");
    for (int i = 0; i < 24; i++) {
      String rare = i % 2 == 0 ? "" : PlantedTemplate.word(i * 37) + " ";
      texts.put("We saw " + rare + ends.get(i % 3) + " " + PlantedTemplate.word(i) + " today", 1);
    }
    assertThat(template(texts).slots()).extracting(Slot::type).doesNotContain(SlotType.FREE_TEXT);
  }

  @Test
  void everydayWordThatPersonalWordsShareByChanceDoesNotCutThem() {
    List<String> news =
        List.of(
            "opening the plant in Ostrava",
            "digging the second tunnel",
            "buying the ferry line to Bari",
            "listing the shares in Oslo",
            "launching the oat milk range",
            "mapping caves by drone",
            "winning the harbour contract",
            "selling the tram depot to Linz",
            "restoring the opera house roof",
            "moving into the old mint",
            "growing lettuce in cellars",
            "rebuilding the dairy");
    Map<String, Integer> texts = new LinkedHashMap<>();
    news.forEach(
        each -> texts.put("Congratulations on " + each + "! Growth strains an office.", 1));
    Template template = template(texts);
    assertThat(template.published())
        .isEqualTo("congratulations on [free_text] growth strains an office");
  }

  @Test
  void wordOfTheTemplateBetweenTwoPersonalFieldsStays() {
    Map<String, Integer> texts = new LinkedHashMap<>();
    for (int i = 0; i < 24; i++) {
      String person = PlantedTemplate.word(i * 91) + " " + PlantedTemplate.word(i * 37 + 5);
      texts.put("I met " + person + " at " + PlantedTemplate.word(i * 53 + 9) + " and smiled", 1);
    }
    assertThat(template(texts).published()).isEqualTo("i met [mixed] at [mixed] and smiled");
  }

  @Test
  void positionAndCompanyThatAreNotKnownOfEverybodyStayTwoFields() {
    Map<String, Integer> texts = new LinkedHashMap<>();
    String frame =
        "Your work as \u27e8TITLE\u27e9 at \u27e8ORG\u27e9 caught my eye, we swap lists.";
    texts.put(frame, 28);
    for (int i = 0; i < 12; i++) {
      String company = "Firm" + (char) ('a' + i);
      String position = "Guardian" + (char) ('a' + i);
      texts.put(
          frame.replace("\u27e8TITLE\u27e9", position).replace("\u27e8ORG\u27e9", company), 1);
    }
    assertThat(aligned(texts).template().published())
        .contains("as [recipient_title] at [recipient_org] caught");
  }

  @Test
  void mergeFieldAmongAlternativesIsASlotOfItsOwn() {
    Map<String, Integer> texts = new LinkedHashMap<>();
    texts.put("good morning ⟨FIRST⟩ we run a sauna barge on the canal", 10);
    texts.put("hi ⟨FIRST⟩ we run a sauna barge on the canal", 8);
    texts.put("⟨FIRST⟩ hello we run a sauna barge on the canal", 9);
    Template template = aligned(texts).template();
    assertThat(template.published())
        .isEqualTo(
            "{1: good morning | hi} [recipient_first] [optional: hello] we run a sauna barge on the"
                + " canal");
    assertThat(template.slots().get(1).type()).isEqualTo(SlotType.RECIPIENT_FIRST);
  }

  static Stream<Arguments> unspaced() {
    return Stream.of(
        Arguments.of(
            "我们帮助#行业的企业降低成本。请问您有时间吗？",
            List.of("制造", "物流", "医药"),
            "我们帮助 {1: 制造 | 医药 | 物流} 行业的企业降低成本 请问您有时间吗"),
        Arguments.of(
            "弊社の#についてお話ししたいです。", List.of("在庫管理", "人事システム"), "弊社の {1: 人事システム | 在庫管理} についてお話ししたいです"),
        Arguments.of(
            "เราช่วยบริษัทใน#ลดค่าใช้จ่าย",
            List.of("กรุงเทพ", "เชียงใหม่"),
            "เราช่วยบริษัทใน {1: กรุงเทพ | เชียงใหม่} ลดค่าใช้จ่าย"),
        Arguments.of("我们帮助#企业降低成本", List.of("", "国内"), "我们帮助 [optional: 国内] 企业降低成本"));
  }

  @ParameterizedTest
  @MethodSource("unspaced")
  void scriptsWithoutSpacesAreShownAsTheyAreWritten(
      String frame, List<String> values, String expected) {
    Map<String, Integer> texts = new LinkedHashMap<>();
    values.forEach(value -> texts.put(frame.replace("#", value), 8));
    assertThat(template(texts).published()).isEqualTo(expected);
  }

  private static Template template(Map<String, Integer> texts) {
    Map<String, Integer> masked = new LinkedHashMap<>();
    texts.forEach((text, people) -> masked.put(masked(text), people));
    return aligned(masked).template();
  }

  private static String masked(String text) {
    return new Masker().mask(text, null, List.of()).text();
  }

  /** The template of masked texts; the first is the medoid. */
  private static AlignedTemplate aligned(Map<String, Integer> texts) {
    List<MemberText> members = new ArrayList<>();
    long seen = 0;
    for (Map.Entry<String, Integer> text : texts.entrySet()) {
      String fingerprint = String.format(Locale.ROOT, "%032x", members.size());
      long[] readers = LongStream.range(seen, seen + text.getValue()).toArray();
      seen += text.getValue();
      boolean first = members.isEmpty();
      members.add(new MemberText("c", fingerprint, text.getKey(), text.getValue(), first, readers));
    }
    return ALIGNER.align("c", members);
  }
}
