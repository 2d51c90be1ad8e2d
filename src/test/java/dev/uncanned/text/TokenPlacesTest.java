package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenPlacesTest {

  private static final Contact SENDER =
      new Contact("Max Muster", null, null, "Max", "Muster", "Rampify GmbH", null);
  private static final Contact LATIN =
      new Contact(
          "José María García-López",
          null,
          null,
          "José María",
          "García-López",
          "Blue Yonder Group",
          "Head of Sales");
  private static final Contact HAN = new Contact("李小明", null, null, "小明", "李", "株式会社東京", "營業部長");
  private static final String[] PIECES = {
    "Hi ",
    "Dear ",
    "José",
    "María",
    "Jose\u0301 ",
    "García-López",
    "李小明",
    "株式会社東京",
    "營業部長",
    "Blue Yonder",
    " Group",
    "Head of Sales",
    "max",
    "Max Muster",
    "Rampify",
    "GmbH",
    ", ",
    ". ",
    "\n",
    " ",
    "\u00A0",
    "ﬁnal ofﬁce",
    "½",
    "①",
    "x²",
    "ｶﾞ",
    "ハ\u309A",
    "\u1112\u1161\u11AB",
    "각",
    "𝐁𝐨𝐥𝐝 ",
    "👍🏽",
    "\u200B",
    "\u00AD",
    "a\u0301\u0302\u0303",
    "don’t",
    "https://exämple.org/a?b=c ",
    "me@acme.com",
    "+49 30 123456",
    "22 November 2026",
    "12.5 %",
    "{{first_name}}",
    "[Company]",
    "สวัสดีครับ",
    "今日は良い天気",
    "مرحبا",
    "Straße",
    "ŉ",
    "ĳ",
    "㎏",
    "℡ 5",
    "\uD83D",
    "\uE000",
    "»x«",
    "İstanbul",
    "ǅ",
    "e\u0327\u0301",
    "'s",
    "word "
  };

  private final Masker masker = new Masker();

  @Test
  void givesThePlacesOfWordsAndPlaceholders() {
    String text = "Hi José, how is Blue Yonder Group? I read your ﬁne post of 3 May.";
    TokenPlaces places = masker.places(text, SENDER, List.of(LATIN));
    assertThat(places.masked())
        .isEqualTo("hi ⟨FIRST⟩ how is ⟨ORG⟩ i read your fine post of ⟨DATE⟩");
    assertThat(slice(text, places, 1)).isEqualTo("José");
    assertThat(slice(text, places, 4)).isEqualTo("Blue Yonder Group");
    assertThat(slice(text, places, 8)).isEqualTo("ﬁne");
    assertThat(slice(text, places, 11)).isEqualTo("3 May");
    assertThat(places.is(4, Placeholder.ORG)).isTrue();
    assertThat(places.isWord(4)).isFalse();
    assertThat(places.firstFrom(text.indexOf("read"))).isEqualTo(6);
    assertThat(places.firstFrom(text.length())).isEqualTo(places.count());
  }

  @Test
  void givesThePlacesOfFieldsWithoutSpaces() {
    String text = "拝啓 李小明様、½ 株式会社東京の件です";
    TokenPlaces places = masker.places(text, SENDER, List.of(HAN));
    List<String> slices = new ArrayList<>();
    for (int i = 0; i < places.count(); i++) {
      if (!places.isWord(i)) {
        slices.add(places.token(i) + slice(text, places, i));
      }
    }
    assertThat(slices).contains("⟨ORG⟩株式会社東京");
    assertThat(places.masked()).isEqualTo(masker.mask(text, SENDER, List.of(HAN)).text());
  }

  @Test
  void joinsTheSendersOwnNames() {
    String text = "All the best, Max Muster Rampify GmbH says";
    TokenPlaces places = masker.places(text, SENDER, List.of());
    assertThat(places.masked()).isEqualTo("all the best ⟨SELF⟩ says");
    assertThat(slice(text, places, 3)).isEqualTo("Max Muster Rampify GmbH");
  }

  @Test
  void agreesWithMaskingWhateverTheText() {
    Random random = new Random(7);
    int exact = 0;
    for (int round = 0; round < 6000; round++) {
      String text = text(random);
      List<Contact> people =
          round % 3 == 0 ? List.of(LATIN, HAN) : List.of(round % 3 == 1 ? LATIN : HAN);
      TokenPlaces places = masker.places(text, SENDER, people);
      assertThat(places.masked()).isEqualTo(masker.mask(text, SENDER, people).text());
      exact += check(text, places);
    }
    assertThat(exact).isGreaterThan(10_000);
  }

  /** How many words are exactly what their characters fold to; the others hold them. */
  private static int check(String text, TokenPlaces places) {
    int exact = 0;
    for (int i = 0; i < places.count(); i++) {
      assertThat(places.start(i)).isBetween(i == 0 ? 0 : places.start(i - 1), places.end(i) - 1);
      assertThat(places.end(i)).isLessThanOrEqualTo(text.length());
      if (places.isWord(i)) {
        String folded = Folding.fold(slice(text, places, i)).replace('’', '\'').replace('ʼ', '\'');
        assertThat(folded).contains(places.token(i));
        boolean same = folded.strip().equals(places.token(i));
        assertThat(same || slice(text, places, i).chars().anyMatch(c -> c > 0x7F)).isTrue();
        exact += same ? 1 : 0;
      }
    }
    return exact;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(14);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
      text.append(random.nextInt(3) == 0 ? " " : "");
    }
    return text.toString();
  }

  private static String slice(String text, TokenPlaces places, int i) {
    return text.substring(places.start(i), places.end(i));
  }

  @Test
  void placesOfAMaskedTextAreFoundWithoutThePeople() {
    for (String text :
        List.of(
            "Hi José María, how is Blue Yonder Group? A Head of Sales like you knows 30 people.",
            "Sales? José, Sales is what we do. Best, Max Muster",
            "Thanks to García-López",
            "no names at all here",
            "")) {
      TokenPlaces known = new Masker().places(text, SENDER, List.of(LATIN));
      TokenPlaces found = new Masker().places(text, null, List.of()).ofMasked(known.masked());
      assertThat(found.count()).as(text).isEqualTo(known.count());
      for (int i = 0; i < known.count(); i++) {
        assertThat(found.token(i)).isEqualTo(known.token(i));
        assertThat(found.start(i)).as(text + " token " + i).isEqualTo(known.start(i));
        assertThat(found.end(i)).as(text + " token " + i).isEqualTo(known.end(i));
      }
    }
  }

  @Test
  void placesOfAnyMaskedTextRiseAndStayInTheText() {
    Random random = new Random(11);
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int piece = 0; piece < 12; piece++) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String masked = new Masker().mask(text.toString(), SENDER, List.of(LATIN)).text();
      TokenPlaces found = new Masker().places(text.toString(), null, List.of()).ofMasked(masked);
      for (int i = 0; i < found.count(); i++) {
        assertThat(found.start(i)).isBetween(0, text.length());
        assertThat(found.end(i)).isBetween(found.start(i), text.length());
        assertThat(i == 0 || found.start(i) >= found.start(i - 1)).isTrue();
      }
    }
  }
}
