package dev.uncanned.archive;

import static dev.uncanned.archive.MboxFiles.HEAD;
import static dev.uncanned.archive.MboxFiles.SEPARATOR;
import static dev.uncanned.archive.MboxFiles.bytes;
import static dev.uncanned.archive.MboxFiles.mail;
import static dev.uncanned.archive.MboxFiles.split;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MboxSplitterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From ann@x.example Tue Dec  4 10:30:17 2001",
        "From ann@x.example Tue Dec 04 10:30 2001",
        "From ann@x.example  Tue Dec  4 10:30:17 CET 2001",
        "From ann@x.example Tue Dec  4 10:30:17 MET DST 2001",
        "From ann@x.example Tue Dec  4 10:30:17 2001 +0100",
        "From ann@x.example Tue, 4 Dec 2001 10:30:17 +0100 (CET)",
        "From 1828754568043628583@xxx Mon Apr 07 14:31:02 +0000 2025",
        "From MAILER-DAEMON Fri Jul  8 12:08:34 2011",
        "From \"ann.lee@x.example\" Wed Jan 30 18:07:01 2002",
        "From \"Ann B. Lee\" Wed Jan 30 18:07:01 2002",
        "From ann at x.example  Wed Jan 30 18:07:01 2002",
        "From ann Tue Dec  4 10:30:17 2001 remote from relay",
        "From ann@[1086695621] [ufa]  Sun Aug  5 09:51:15 2001",
        "From - Fri Aug 05 10:57:20 2016",
        "From -",
        "From ",
        "From - \r"
      })
  void splitsAtEveryFormOfSeparator(String line) {
    MboxFiles.Pieces pieces = split(bytes(mail("one") + line + "\n" + HEAD + "\ntwo\n"));
    assertThat(pieces.found).hasSize(2);
    assertThat(pieces.refused).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From January until the end of 2024",
        "From Tue Dec  4 2001 on",
        "From what I saw Tue Dec  4 10:30:17 2001",
        "From ann@x.example Tue Dec  4 10:30:17 2001 we are closed",
        "From ann@x.example Tue Dec  4 10:30:17",
        "From ann@x.example Tue Dec  4 5 10:30:17 2001",
        "From ann@x.example 4/12/2001 10:30:17",
        "From ann@x.example I heard of it",
        "From - unescaped",
        "From me"
      })
  void refusesAndCountsProse(String line) {
    MboxFiles.Pieces pieces = split(bytes(mail("one\n\n" + line + "\nNote: see above\n")));
    assertThat(pieces.found).hasSize(1);
    assertThat(pieces.refused).isEqualTo(1);
  }

  @Test
  void wantsBlankLineBeforeAndHeaderBehind() {
    assertThat(split(bytes(mail("one\n" + SEPARATOR + "To: b\n\n"))).found).hasSize(1);
    assertThat(split(bytes(mail("one\n \n" + SEPARATOR + "To: b\n\n"))).found).hasSize(1);
    assertThat(split(bytes(mail("one\n\n" + SEPARATOR + "no header\n"))).found).hasSize(1);
    assertThat(split(bytes(mail("one\n\n" + SEPARATOR + "\n" + HEAD))).found).hasSize(1);
    assertThat(split(bytes(mail("one\n\n" + SEPARATOR))).found).hasSize(1);
    assertThat(split(bytes(mail("one\n\n x" + SEPARATOR + HEAD))).found).hasSize(1);
    assertThat(split(bytes(mail("one\r\n\r\n" + SEPARATOR + HEAD))).found).hasSize(2);
    assertThat(split(bytes(mail("one\n\n" + SEPARATOR + ">From - x\n" + HEAD))).found).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From ann@x.example Tue Dec  4 10:30:17 2001\nSubject: Hi\nTo: b@y.example\n",
        "From ann@x.example Tue Dec  4 10:30:17 2001\r\nReceived: by x;\r\n y\r\nX-A: b\r\n",
        "From - Fri Aug 05 10:57:20 2016\nX-Mozilla-Status: 0001\nMessage-ID: <a@x>\n",
        "From ann@x.example Tue Dec  4 10:30:17 2001\n>From - x\nDate: x\nSubject: Hi\n"
      })
  void splitsWithoutBlankLineWhereWholeHeaderStands(String head) {
    MboxFiles.Pieces pieces = split(bytes(mail("one").stripTrailing() + "\n" + head + "\ntwo\n"));
    assertThat(pieces.found).hasSize(2);
    assertThat(pieces.refused).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From -\n",
        "From \n",
        "From ann@x.example I heard of it\n",
        "> From ann@x.example Tue Dec  4 10:30:17 2001\n",
        ">From ann@x.example Tue Dec  4 10:30:17 2001\n"
      })
  void leavesQuotedMailWholeWithoutBlankLine(String line) {
    assertThat(split(bytes(mail("see:\n" + line + HEAD + "\ntwo\n"))).found).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "To: bob@y.example\n\n",
        "Subject: Hi\nX-Mailer: y\n\n",
        "To: bob@y.example\nno field\n",
        "\nFrom: a@x.example\nTo: bob@y.example\n",
        ""
      })
  void leavesLineOfMboxInTextWhereNoWholeHeaderStands(String behind) {
    assertThat(split(bytes(mail("see:\n" + SEPARATOR + behind))).found).hasSize(1);
  }

  @Test
  void looksNoFurtherThanItsLimitBehind() {
    String far = SEPARATOR + ">From " + "x".repeat(MboxSeparator.AHEAD) + "\n" + HEAD;
    assertThat(split(bytes(mail("one\n\n" + far))).found).hasSize(1);
    String near = SEPARATOR + ">From " + "x".repeat(MboxSeparator.AHEAD / 2) + "\n" + HEAD;
    assertThat(split(bytes(mail("one\n\n" + near))).found).hasSize(2);
  }

  @Test
  void callsWhatStandsBeforeFirstMail() {
    assertThat(kinds(bytes("\uFEFF" + mail("x")))).containsExactly(mark(), MboxPiece.Kind.MAIL);
    assertThat(kinds(bytes("\n\r\n" + mail("x")))).containsExactly(mark(), MboxPiece.Kind.MAIL);
    assertThat(kinds(bytes("\uFEFF\r\n" + mail("x")))).containsExactly(mark(), MboxPiece.Kind.MAIL);
    assertThat(kinds(bytes("\u0001\n\n" + mail("x"))))
        .containsExactly(MboxPiece.Kind.PREAMBLE, MboxPiece.Kind.MAIL);
    assertThat(kinds(bytes("<html>no mail</html>\n"))).containsExactly(MboxPiece.Kind.NO_MAIL);
    assertThat(kinds(new byte[0])).isEmpty();
  }

  private static MboxPiece.Kind mark() {
    return MboxPiece.Kind.MARK;
  }

  private static List<MboxPiece.Kind> kinds(byte[] file) {
    return split(file).found.stream().map(MboxFiles.Found::kind).toList();
  }

  @Test
  void givesSamePiecesUnderThousandsOfPlans() {
    SplittableRandom random = new SplittableRandom(3);
    for (int seed = 0; seed < 25; seed++) {
      byte[] file = MboxFiles.tangled(seed, 30);
      MboxFiles.Pieces whole = split(file);
      assertThat(whole.found).hasSize(31);
      for (int plan = 0; plan < 60; plan++) {
        long[] ends = MboxFiles.plan(random, file.length, 12);
        MboxFiles.Pieces parts = split(file, ends);
        assertThat(parts.found).isEqualTo(whole.found);
        assertThat(parts.refused).isEqualTo(whole.refused);
        assertThat(MboxSpan.fault(parts.spans, file.length)).isNull();
      }
    }
  }

  @Test
  void givesSamePiecesInRangesOfOneByte() {
    byte[] file = MboxFiles.tangled(7, 12);
    long[] ends = LongStream.range(1, file.length).toArray();
    MboxFiles.Pieces parts = split(file, ends);
    assertThat(parts.found).isEqualTo(split(file).found);
    assertThat(MboxSpan.fault(parts.spans, file.length)).isNull();
  }

  @Test
  void tilesFileWithItsPieces() {
    byte[] file = MboxFiles.tangled(11, 40);
    long at = 0;
    for (MboxFiles.Found piece : split(file).found) {
      assertThat(piece.start()).isEqualTo(at);
      at = piece.end();
    }
    assertThat(at).isEqualTo(file.length);
  }

  @Test
  void findsGapsAndOverlapsOfSpans() {
    MboxSpan first = new MboxSpan(0, 5);
    MboxSpan none = new MboxSpan(3, 3);
    assertThat(MboxSpan.fault(List.of(new MboxSpan(5, 9), none, first), 9)).isNull();
    assertThat(MboxSpan.fault(List.of(first, new MboxSpan(6, 9)), 9)).isEqualTo("gap at byte 5");
    assertThat(MboxSpan.fault(List.of(first, new MboxSpan(4, 9)), 9))
        .isEqualTo("overlap at byte 4");
    assertThat(MboxSpan.fault(List.of(first), 9)).isEqualTo("gap at byte 5");
    assertThat(MboxSpan.fault(List.of(), 1)).isEqualTo("gap at byte 0");
    assertThat(MboxSpan.fault(List.of(new MboxSpan(0, 10)), 9)).isEqualTo("end at byte 10");
  }

  @Test
  void believesOnlyLengthsThatEndAtSeparator() {
    String inner = "\nFrom bob@y.example Tue Dec  4 10:30:17 2001\nTo: ann@x.example\n\nbye\n";
    String right = SEPARATOR + "Content-Length: " + inner.length() + "\n" + HEAD + "\n" + inner;
    String wrong = SEPARATOR + "Content-Length: 7\n" + HEAD + "\n" + inner;
    assertThat(split(bytes(right + "\n" + right)).found).hasSize(2);
    assertThat(split(bytes(right + right + right)).found).as("no blank line").hasSize(3);
    String good = (right + "\n").repeat(3);
    assertThat(split(bytes(good + wrong)).found).hasSize(5);
    assertThat(split(bytes(wrong + "\n" + right)).found).as("not used by the file").hasSize(4);
    assertThat(split(bytes(mail("x") + right + "\n" + right)).found).hasSize(5);
    String more = right.replace("Length: ", "Length: 9");
    assertThat(split(bytes(good + more)).found).hasSize(5);
  }

  @Test
  void followsLengthBeyondItsWindow() {
    String body = "x\n".repeat(20_000) + "\n" + SEPARATOR + HEAD + "\n";
    String mail = SEPARATOR + "Content-Length: " + body.length() + "\n" + HEAD + "\n" + body + "\n";
    String small = SEPARATOR + "Content-Length: 2\n" + HEAD + "\nx\n\n";
    MboxFiles.Pieces pieces = split(bytes(small + small + mail + small));
    assertThat(pieces.found).hasSize(4);
    assertThat(pieces.found.get(2).end() - pieces.found.get(2).start()).isEqualTo(mail.length());
  }
}
