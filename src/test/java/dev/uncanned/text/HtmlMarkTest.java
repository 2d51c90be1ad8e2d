package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlMarkTest {

  private static final String LETTER = "<div>Hi Ann,</div><div>are you free on Tuesday?</div>";
  private static final String OWN = "Hi Ann,\nare you free on Tuesday?";
  private static final String CARD =
      "<b>Tom Meier</b><div>Account Executive | Northwind GmbH</div><div>+49 30 1234567</div>";

  private static String own(String html) {
    return QuoteStripper.strip(HtmlText.of(html));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class='gmail_signature' data-smartmail='gmail_signature'",
        "dir=ltr class='x_gmail_signature'",
        "class='moz-signature'",
        "id=Signature",
        "id='x_Signature'",
        "id=AppleMailSignature",
        "id='ms-outlook-mobile-signature'",
        "class='ms-outlook-mobile-signature'",
        "class='protonmail_signature_block protonmail_signature_block-user'",
      })
  void signaturesThatMailProgramsMarkAreNoText(String mark) {
    assertThat(own(LETTER + "<div " + mark + ">" + CARD + "</div>")).isEqualTo(OWN);
    assertThat(own(LETTER + "<div " + mark + ">" + CARD + "</div><div>P.S. See you.</div>"))
        .isEqualTo(OWN + "\nP.S. See you.");
  }

  @Test
  void theLineAboveASignatureGoesWithIt() {
    assertThat(
            own(
                LETTER
                    + "<span class='gmail_signature_prefix'>-- </span><br>"
                    + "<div class='gmail_signature'>"
                    + CARD
                    + "</div>"))
        .isEqualTo(OWN);
  }

  @Test
  void lettersWrittenIntoTheSignatureStay() {
    String inside = "<div class='gmail_signature'>" + LETTER + "</div>";
    String quote = "<blockquote type=cite>old text</blockquote>";
    assertThat(own(inside)).isEqualTo(OWN);
    assertThat(own(inside + quote)).isEqualTo(OWN);
    assertThat(own("<p>Hi Ann,</p><div id=Signature>are you free on Tuesday?</div>"))
        .isEqualTo("Hi Ann,\n\nare you free on Tuesday?");
  }

  @Test
  void shortAnswersAboveASignatureAreLetters() {
    assertThat(own("<p>Gerne!</p><div id=Signature>" + CARD + "</div>")).isEqualTo("Gerne!");
  }

  @ParameterizedTest
  @ValueSource(strings = {"class='signature-event'", "class='signature'", "id='signatures'"})
  void otherMarksAreNoSignatures(String mark) {
    assertThat(own(LETTER + "<div " + mark + ">We sign on May 5.</div>"))
        .isEqualTo(OWN + "\nWe sign on May 5.");
  }

  @Test
  void answersBetweenTheQuotesOfGmailStay() {
    String header = "On Mon, Jan 5, 2026 at 9:00 AM Ann &lt;ann@x.example&gt; wrote:<br>";
    String answers =
        "<blockquote class='gmail_quote'>How many seats?</blockquote><div>40 in Berlin.</div>"
            + "<blockquote class='gmail_quote'>When?</blockquote><div>Second week of March.</div>";
    String expected = "40 in Berlin.\n\nSecond week of March.";
    String attribution = "<div class='gmail_attr'>" + header + "</div>";
    for (String container : new String[] {"gmail_quote gmail_quote_container", "gmail_quote"}) {
      String open = "<div dir=ltr><br></div><div class='" + container + "'>";
      assertThat(own(open + attribution + answers + "</div>")).isEqualTo(expected);
      assertThat(own(open + header + answers + "</div>")).isEqualTo(expected);
      assertThat(own(open + attribution + "<div>Yes.</div>" + answers + "</div>"))
          .isEqualTo("Yes.\n\n" + expected);
      assertThat(own("<div class='gmail_extra'>" + open + header + answers + "</div></div>"))
          .isEqualTo(expected);
    }
  }

  @Test
  void plainAnswersOfGmailLoseTheWholeQuote() {
    assertThat(
            own(
                LETTER
                    + "<div class='gmail_quote'><div class='gmail_attr'>Ann schrieb:</div>"
                    + "<blockquote class='gmail_quote'><div>old</div><div class='gmail_quote'>"
                    + "<blockquote class='gmail_quote'>older</blockquote>oldest</div>old"
                    + "</blockquote></div>"))
        .isEqualTo(OWN);
  }

  @Test
  void forwardsOfGmailAreQuotesAsAWhole() {
    String inner =
        "<div class='gmail_quote'><div class='gmail_attr'>On Monday, Bob wrote:</div>"
            + "<blockquote class='gmail_quote'>oldest</blockquote>older</div>";
    String attribution =
        "<div class='gmail_attr'>---------- Forwarded message ---------<br>From: Ann</div>";
    assertThat(
            own(
                LETTER
                    + "<div class='gmail_quote gmail_quote_container'>"
                    + attribution
                    + "<div>old text of Ann</div>"
                    + inner
                    + "</div>"))
        .isEqualTo(OWN);
  }

  @Test
  void outlookPrefixesWhatItAnswers() {
    assertThat(own(LETTER + "<div id='x_divRplyFwdMsg'>From: x</div><div>old</div>"))
        .isEqualTo(OWN);
    assertThat(own(LETTER + "<div class='x_gmail_quote'>old</div>")).isEqualTo(OWN);
  }

  @Test
  void readsHostileContainersInLinearTime() {
    String open = "<div class=gmail_quote><blockquote class=gmail_quote></blockquote>";
    assertThat(HtmlText.of(open.repeat(20_000) + "deep")).contains("deep");
    assertThat(HtmlText.of("<div class=gmail_extra>" + "<b></b>".repeat(40_000) + "x"))
        .contains("x");
  }
}
