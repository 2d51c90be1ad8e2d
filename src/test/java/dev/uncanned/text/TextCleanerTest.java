package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.message.Headers;
import dev.uncanned.message.Message;
import dev.uncanned.message.MessageHeader;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextCleanerTest {

  private static final TextCleaner CLEANER = new TextCleaner(TextConfig.defaults());
  private static final String BODY =
      "Hi %s, I would like to show you what we do for companies like yours.\n\nBest,\nMax";

  @Test
  void givesCopiesOfATemplateOneFingerprint() {
    TextDocument ann = CLEANER.clean(message(BODY.formatted("Ann"), MessageKind.MESSAGE, false));
    TextDocument bob = CLEANER.clean(message(BODY.formatted("BOB"), MessageKind.MESSAGE, false));
    assertThat(ann.fingerprint()).isEqualTo(bob.fingerprint()).hasSize(32);
    assertThat(ann.text()).startsWith("Hi Ann,").doesNotContain("Best");
    assertThat(ann.lang()).isEqualTo("en");
    assertThat(ann.eligible()).isTrue();
    assertThat(ann.null_reason()).isNull();
    assertThat(ann.tokens_n()).isEqualTo(ann.masked().split(" ").length);
  }

  @Test
  void saysWhyATextHasNoScore() {
    assertThat(reason("Hi Ann", MessageKind.MESSAGE, false)).isEqualTo(NullReason.TOO_SHORT);
    assertThat(reason(null, MessageKind.MESSAGE, false)).isEqualTo(NullReason.NO_TEXT);
    assertThat(reason("> quote", MessageKind.MESSAGE, false)).isEqualTo(NullReason.TOO_SHORT);
    assertThat(reason("> quote\n> more", MessageKind.MESSAGE, false)).isEqualTo(NullReason.NO_TEXT);
    assertThat(reason("Thanks", MessageKind.ONE_TAP, false)).isEqualTo(NullReason.ONE_TAP);
    assertThat(reason(BODY, MessageKind.MESSAGE, true)).isEqualTo(NullReason.AUTOMATIC);
    assertThat(reason("", MessageKind.AUTO_REPLY, false)).isEqualTo(NullReason.AUTOMATIC);
  }

  @Test
  void emptyTextHasNoFingerprint() {
    TextDocument document = CLEANER.clean(message("", MessageKind.MESSAGE, false));
    assertThat(document.fingerprint()).isNull();
    assertThat(document.tokens_n()).isZero();
    assertThat(document.lang()).isNull();
    assertThat(document.text()).isEmpty();
  }

  @Test
  void cutsLongTextsBetweenCharacters() {
    TextCleaner cleaner = new TextCleaner(new TextConfig(1, 100, List.of("en", "de")));
    String text = "a".repeat(99) + "\uD83D\uDE00\uD83D\uDE00";
    assertThat(cleaner.clean(message(text, MessageKind.MESSAGE, false)).text())
        .isEqualTo("a".repeat(99));
  }

  private static NullReason reason(String body, MessageKind kind, boolean automatic) {
    TextDocument document = CLEANER.clean(message(body, kind, automatic));
    assertThat(document.eligible()).isFalse();
    return document.null_reason();
  }

  private static Message message(String body, MessageKind kind, boolean automatic) {
    MessageHeader header = Headers.sent(kind, null, automatic);
    return new Message(header, "subject", body, false, Contact.of("Max", null, null), List.of());
  }
}
