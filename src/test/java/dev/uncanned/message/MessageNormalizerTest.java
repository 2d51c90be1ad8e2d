package dev.uncanned.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.Contact;
import dev.uncanned.archive.DateQuality;
import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.archive.OwnerClaim;
import dev.uncanned.archive.RawMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageNormalizerTest {

  private static final Contact OWNER = Contact.of("Ann Lee", "linkedin.com/in/ann", null);
  private static final Contact BOB = Contact.of("Bob", "linkedin.com/in/bob", null);
  private static final Instant TIME = Instant.parse("2026-03-01T10:20:30Z");

  private static MessageNormalizer normalizer() {
    return normalizer(TIME);
  }

  private static MessageNormalizer normalizer(Instant latest) {
    return normalizer(latest, new Pseudonyms(new byte[Pseudonyms.KEY_BYTES]));
  }

  private static MessageNormalizer normalizer(Instant latest, Pseudonyms pseudonyms) {
    List<OwnerClaim> claims = List.of(new OwnerClaim("a", OWNER, OwnerClaim.Evidence.PROFILE, 1));
    List<RosterEntry> roster =
        List.of(new RosterEntry("Ann Lee", null, "linkedin.com/in/ann", "North"));
    BelievedDates dates = new BelievedDates(latest, Map.of());
    return new MessageNormalizer(new PeopleDirectory(roster, claims), pseudonyms, dates);
  }

  private static RawMessage raw(
      Channel channel,
      Direction direction,
      String conversation,
      Contact sender,
      List<Contact> recipients,
      String subject) {
    return new RawMessage(
        "i",
        "a",
        1,
        channel,
        MessageKind.MESSAGE,
        direction,
        null,
        conversation,
        TIME,
        DateQuality.SECOND,
        sender,
        recipients,
        subject,
        "text",
        false,
        "hash",
        null,
        false,
        false,
        0,
        null,
        List.of());
  }

  @Test
  void messageIdDoesNotDependOnTheRecord() {
    RawMessage first = raw(Channel.LI_MESSAGE, Direction.OUTBOUND, "c", OWNER, List.of(BOB), null);
    RawMessage other =
        new RawMessage(
            "another input",
            "a",
            77,
            Channel.LI_INMAIL,
            MessageKind.MESSAGE,
            Direction.OUTBOUND,
            null,
            "c",
            TIME,
            DateQuality.SECOND,
            OWNER,
            List.of(BOB),
            "s",
            "text",
            false,
            "hash",
            null,
            false,
            false,
            0,
            null,
            List.of());
    assertThat(normalizer().message(first).header().message_id())
        .isEqualTo(normalizer().message(other).header().message_id());
  }

  @Test
  void directionOfMailComesFromTheSender() {
    RawMessage mine = raw(Channel.EMAIL, null, null, OWNER, List.of(BOB), "Hello");
    RawMessage theirs = raw(Channel.EMAIL, null, null, BOB, List.of(OWNER), "Hello");
    assertThat(normalizer().message(mine).header().direction()).isEqualTo(Direction.OUTBOUND);
    assertThat(normalizer().message(theirs).header().direction()).isEqualTo(Direction.INBOUND);
  }

  @Test
  void teamIsThatOfOurSide() {
    RawMessage theirs = raw(Channel.LI_MESSAGE, Direction.INBOUND, "c", BOB, List.of(OWNER), null);
    assertThat(normalizer().message(theirs).header().team_id()).isEqualTo("North");
  }

  @Test
  void recipientsNamedTwiceAreOne() {
    RawMessage twice =
        raw(
            Channel.EMAIL,
            null,
            null,
            OWNER,
            List.of(BOB, Contact.of("Robert", BOB.url(), null)),
            null);
    Message message = normalizer().message(twice);
    assertThat(message.header().recipient_ids()).hasSize(1);
    assertThat(message.recipients()).containsExactly(BOB);
  }

  @Test
  void repliesKeepTheSubjectKey() {
    RawMessage first = raw(Channel.EMAIL, null, null, OWNER, List.of(BOB), "Our offer");
    RawMessage answer = raw(Channel.EMAIL, null, null, BOB, List.of(OWNER), "RE: AW:  our OFFER");
    assertThat(normalizer().message(answer).header().subject_key())
        .isEqualTo(normalizer().message(first).header().subject_key())
        .isNotNull();
    assertThat(normalizer().message(answer).header().thread_id())
        .isEqualTo(normalizer().message(first).header().thread_id());
  }

  @Test
  void withoutTheKeyNeitherThreadNorSubjectCanBeGuessed() {
    RawMessage raw = raw(Channel.EMAIL, null, null, OWNER, List.of(BOB), "Our offer");
    byte[] other = new byte[Pseudonyms.KEY_BYTES];
    other[0] = 1;
    MessageHeader mine = normalizer().message(raw).header();
    MessageHeader theirs = normalizer(TIME, new Pseudonyms(other)).message(raw).header();
    assertThat(theirs.thread_id()).isNotEqualTo(mine.thread_id());
    assertThat(theirs.subject_key()).isNotEqualTo(mine.subject_key());
    assertThat(theirs.message_id()).isEqualTo(mine.message_id());
  }

  @Test
  void ownersCopyAndRecipientsCopyFallIntoOneGroup() {
    CopySource mine =
        new CopySource(
            "i",
            "a",
            1,
            Channel.LI_MESSAGE,
            Direction.OUTBOUND,
            "c",
            TIME,
            DateQuality.SECOND,
            OWNER,
            List.of(BOB),
            false,
            "hash",
            null);
    CopySource invite =
        new CopySource(
            "j",
            "a",
            4,
            Channel.LI_INVITE,
            Direction.OUTBOUND,
            null,
            Instant.parse("2026-03-01T10:20:00Z"),
            DateQuality.MINUTE,
            Contact.of("Ann Lee", null, null),
            List.of(BOB),
            false,
            "hash",
            null);
    assertThat(normalizer().claim(invite).group()).isEqualTo(normalizer().claim(mine).group());
  }

  @Test
  void copiesInHtmlAndInPlainTextFallIntoOneGroupAndKeepTheirIdentities() {
    MessageNormalizer normalizer = normalizer();
    CopySource plain = mailOf(false, "hash of plain", "words");
    CopySource html = mailOf(true, "hash of html", "words");
    CopySource other = mailOf(true, "hash of html", "other words");
    assertThat(normalizer.claim(html).group()).isEqualTo(normalizer.claim(plain).group());
    assertThat(normalizer.claim(other).group()).isNotEqualTo(normalizer.claim(plain).group());
    assertThat(normalizer.claim(html).body_hash()).isEqualTo("hash of html");
  }

  private static CopySource mailOf(boolean html, String body, String words) {
    return new CopySource(
        "i",
        "a",
        1,
        Channel.EMAIL,
        Direction.OUTBOUND,
        null,
        TIME,
        DateQuality.SECOND,
        OWNER,
        List.of(BOB),
        html,
        body,
        words);
  }

  @Test
  void dateBehindTheLatestIsNoneButTheMessageStaysTheSame() {
    RawMessage raw = raw(Channel.EMAIL, Direction.OUTBOUND, null, OWNER, List.of(BOB), "subject");
    MessageHeader dated = normalizer().message(raw).header();
    MessageHeader undated = normalizer(TIME.minusSeconds(1)).message(raw).header();
    assertThat(dated.sent_at()).isEqualTo(TIME);
    assertThat(undated.sent_at()).isNull();
    assertThat(undated.date_quality()).isEqualTo(DateQuality.NONE);
    assertThat(undated.message_id()).isEqualTo(dated.message_id());
  }
}
