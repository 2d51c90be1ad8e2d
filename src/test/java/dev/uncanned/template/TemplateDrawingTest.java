package dev.uncanned.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import dev.uncanned.text.Masker;
import dev.uncanned.text.TokenPlaces;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateDrawingTest {

  private static final Contact ANNA =
      new Contact("Anna Berg", null, null, "Anna", "Berg", "Initech", null);

  @Test
  void labelsEachWordByTheStrongestClaim() {
    String text = "Hi Anna, your talk on flood maps was great. We sell sensors to Initech. Best";
    String skeleton = "hi [recipient_first] [free_text] we sell sensors to [recipient_org] best";
    TokenPlaces places = places(text);
    assertThat(places.masked())
        .isEqualTo("hi ⟨FIRST⟩ your talk on flood maps was great we sell sensors to ⟨ORG⟩ best");
    int maps = text.indexOf("flood maps");
    List<LabelledSpan> spans =
        TemplateDrawing.spans(
            text,
            places,
            skeleton,
            List.of(2, 7),
            List.of(7, 11),
            List.of(new TextSpan(maps, maps + 10)));
    assertThat(spans)
        .extracting(span -> span.label() + " " + text.substring(span.start(), span.end()))
        .containsExactly(
            "TEMPLATE Hi",
            "FIELD Anna",
            "CUSTOMISED your talk on ",
            "EVIDENCE flood maps",
            "RECURRING was great",
            "TEMPLATE We sell sensors to",
            "FIELD Initech",
            "TEMPLATE Best");
  }

  @Test
  void drawsMarksBelowTheWordsAndALegendOfThoseInUse() {
    String text = "Hi Anna, nice weather in Oslo. We sell sensors.";
    String drawing = drawing(text, "hi {1} {2} we sell sensors", List.of(2, 6), 80, false);
    assertThat(drawing)
        .isEqualTo(
            """
            Hi Anna, nice weather in Oslo. We sell sensors.
            .. ====  ^^^^^^^^^^^^^^^^^^^^  ...............

            =  merge field, link, date or number
            ^  customised: only this message has it
            .  template
            """);
  }

  @Test
  void alternativesAndOptionalBlocksAreTheTemplates() {
    String skeleton =
        "hi [recipient_first] {2: how are you | good morning | …} we sell [optional: red and blue]"
            + " sensors {4: bye | cheers}";
    assertThat(labels("Hi Anna, good morning! We sell red and blue sensors. Cheers", skeleton))
        .isEqualTo(".F.........");
    assertThat(labels("Hi Anna, long time! We sell sensors. Cheers", skeleton))
        .isEqualTo(".F  ....");
    assertThat(labels("Hi Anna, how are you? We sell tiny sensors. Bye", skeleton))
        .isEqualTo(".F..... ..");
  }

  @Test
  void choicesInARowAreTheTemplatesIfAllOfThemAre() {
    String skeleton = "{1: hi | hello} {2: i sell | we make} {3: chalk | lime} paint";
    assertThat(labels("Hello we make chalk paint", skeleton)).isEqualTo(".....");
    assertThat(labels("Hi we make paint", skeleton)).isEqualTo("....");
    assertThat(labels("Hi we make cheap paint", skeleton)).isEqualTo("    .");
    String optional = "paint {1: p s} ⟨FIRST⟩ bye";
    assertThat(labels("Paint P.S. Anna bye", optional)).isEqualTo("...F.");
  }

  @Test
  void wordsOfAnAlignedTemplateAreItsOwnWhoeverGotThem() {
    List<MemberText> members =
        List.of(
            new MemberText("c", "1", "hi ⟨FIRST⟩ we sell red paint p s call me", 2, true),
            new MemberText("c", "2", "hi ⟨FIRST⟩ we sell blue paint", 2, false),
            new MemberText("c", "3", "hello ⟨FIRST⟩ we sell blue paint p s call me", 2, false));
    String given = new TemplateAligner(TemplateConfig.defaults()).align("c", members).given();
    assertThat(given)
        .isEqualTo("{1: hello | hi} ⟨FIRST⟩ we sell {3: blue | red} paint {4: p s call me}");
    assertThat(labels("Hi Anna, we sell blue paint. P.S. Call me", given)).isEqualTo(".F........");
    assertThat(labels("Hi Anna, we sell grey paint. P.S. Ring us", given)).isEqualTo(".F.. .    ");
  }

  @Test
  void messageWithoutTemplateOrAnyKnowledgeHasFieldsOnly() {
    assertThat(labels("Hi Anna, see https://example.org on 3 May", null)).isEqualTo(" F F F");
    assertThat(TemplateDrawing.spans("", places(""), "we sell", null, null, null)).isEmpty();
  }

  @Test
  void breaksLongLinesAtSpacesAndKeepsTheLinesOfTheMessage() {
    String drawing = drawing("one two three four five six\n\nseven", "seven", null, 20, false);
    assertThat(drawing).isEqualTo("one two three four \nfive six\n\nseven\n.....\n\n.  template\n");
    String endless = drawing("x".repeat(45), null, null, 20, false);
    assertThat(endless.lines().limit(3).map(String::length)).containsExactly(20, 20, 5);
  }

  @Test
  void wideCharactersTakeTwoMarksAndCombiningOnesNone() {
    String text = "\u4f60\u597d cafe\u0301 \uD83D\uDE00 ok";
    List<LabelledSpan> all = List.of(new LabelledSpan(WordLabel.TEMPLATE, 0, text.length()));
    String marks = TemplateDrawing.draw(text, all, 80, false).lines().toList().get(1);
    assertThat(marks).hasSize(4 + 1 + 4 + 1 + 2 + 1 + 2);
  }

  @Test
  void coloursWrapTheWordsAndEndWithTheLine() {
    String drawing = drawing("We sell\nsensors", "we sell", null, 80, true);
    assertThat(drawing).startsWith("\u001B[2mWe sell\u001B[0m\n.......\nsensors\n");
  }

  @Test
  void charactersThatCommandATerminalAreReplaced() {
    String text = "a\u001B[31mb\u0007c\u202Ed\u009B";
    String drawing = TemplateDrawing.draw(text, List.of(), 80, false);
    assertThat(drawing).isEqualTo("a\uFFFD[31mb\uFFFDc\uFFFDd\uFFFD\n\n");
    assertThat(TemplateDrawing.draw("\uD83D", List.of(), 80, false)).isEqualTo("\uFFFD\n\n");
  }

  @Test
  void damagedSkeletonsAndSpansAreSurvived() {
    String text = "We sell sensors";
    for (String skeleton : List.of("{", "[", "{1:", "[optional:", "{1: a |", "{1: | }", "…", "]")) {
      assertThat(TemplateDrawing.spans(text, places(text), skeleton, null, null, null)).isEmpty();
    }
    List<LabelledSpan> spans =
        TemplateDrawing.spans(
            text,
            places(text),
            null,
            List.of(-4, 99, 3),
            null,
            List.of(new TextSpan(-5, 2), new TextSpan(12, 400)));
    assertThat(spans)
        .containsExactly(
            new LabelledSpan(WordLabel.EVIDENCE, 0, 2),
            new LabelledSpan(WordLabel.CUSTOMISED, 2, 12),
            new LabelledSpan(WordLabel.EVIDENCE, 12, 15));
  }

  /** One character a token: template, field or other. */
  private static String labels(String text, String skeleton) {
    TokenPlaces places = places(text);
    List<LabelledSpan> spans = TemplateDrawing.spans(text, places, skeleton, null, null, null);
    StringBuilder labels = new StringBuilder();
    for (int i = 0; i < places.count(); i++) {
      char label = ' ';
      for (LabelledSpan span : spans) {
        if (span.start() <= places.start(i) && places.start(i) < span.end()) {
          label = span.label() == WordLabel.FIELD ? 'F' : span.label().mark();
        }
      }
      labels.append(label);
    }
    return labels.toString();
  }

  private static String drawing(
      String text, String skeleton, List<Integer> customised, int width, boolean colour) {
    List<LabelledSpan> spans =
        TemplateDrawing.spans(text, places(text), skeleton, customised, null, null);
    return TemplateDrawing.draw(text, spans, width, colour);
  }

  private static TokenPlaces places(String text) {
    return new Masker().places(text, null, List.of(ANNA));
  }
}
