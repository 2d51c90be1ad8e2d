package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tue, 4 Dec 2001 10:30:17 -0800 (PST) | 2001-12-04T18:30:17Z",
        "1 Jul 03 10:52 EST                   | 2003-07-01T15:52:00Z",
        "01 Jul 2003 10:52:00 EDT             | 2003-07-01T14:52:00Z",
        "Tue, 1 Jul 2003 10:52:00 Z           | 2003-07-01T10:52:00Z",
        "Tue, 1 Jul 2003 10:52:00 A           | 2003-07-01T10:52:00Z",
        "Tue, 1 Jul 2003 10:52:00             | 2003-07-01T10:52:00Z",
        "Tue,1 Jul 2003 10:52:60 GMT          | 2003-07-01T10:52:59Z",
        "1 Jul 99 10:52:00 +0000              | 1999-07-01T10:52:00Z",
        "1 Jul 103 10:52:00 +0000             | 2003-07-01T10:52:00Z",
        "01-Jul-2003 10:52:00 +0200           | 2003-07-01T08:52:00Z",
        "Tue Jul  1 10:52:00 2003             | 2003-07-01T10:52:00Z",
        "Tue Jul 01 10:52:00 +0530 2003       | 2003-07-01T05:22:00Z",
        "Tue Jul  1 10:52:00 PDT 2003         | 2003-07-01T17:52:00Z",
        "Tue, 1 Jul 2003 09.05.10 +0200       | 2003-07-01T07:05:10Z",
        "ti 1 jul 2003 9.05                   | 2003-07-01T09:05:00Z",
        "Tue Jul  1 10.52.00 2003             | 2003-07-01T10:52:00Z",
        "2003-07-01T10:52:00+02:00            | 2003-07-01T08:52:00Z",
        "2003-07-01 10:52:00.123              | 2003-07-01T10:52:00Z",
        "2003/07/01 10:52                     | 2003-07-01T10:52:00Z",
        "Tue, 1 (first (of)) Jul 2003 10:52:00 GMT+0100 | 2003-07-01T09:52:00Z",
        "Mon, 15 Jan 2024 10:00:00 GMT+1      | 2024-01-15T09:00:00Z",
        "Mon, 15 Jan 2024 10:00:00 UTC-2      | 2024-01-15T12:00:00Z",
        "Mon, 15 Jan 2024 10:00:00 GMT+10     | 2024-01-15T00:00:00Z",
        "Mon, 15 Jan 2024 10:00:00 GMT+1:30   | 2024-01-15T08:30:00Z",
        "Mon, 15 Jan 2024 10:00:00 +1         | 2024-01-15T09:00:00Z",
        "Mon, 15 Jan 2024 10:00:00 GMT+99     | 2024-01-15T10:00:00Z",
        "July 1, 2003 2:52 PM                 | 2003-07-01T14:52:00Z",
        "July 1, 2003 12:05:00 am             | 2003-07-01T00:05:00Z",
        "Di, 4. März 2003 10:52:00 MEZ        | 2003-03-04T09:52:00Z",
        "mar. 1 avr. 2003 10:52:00 +0200      | 2003-04-01T08:52:00Z",
        "lun, 4 août 2003 10:52:00 +0200      | 2003-08-04T08:52:00Z",
        "mié, 1 ene 2003 10:52:00 +0100       | 2003-01-01T09:52:00Z",
        "7 de dezembro de 2003 10:52 -0300    | 2003-12-07T13:52:00Z",
        "mar, 1 lug 2003 10:52:00 +0200       | 2003-07-01T08:52:00Z",
        "di 4 mrt 2003 10:52 +0100            | 2003-03-04T09:52:00Z",
        "tis, 6 maj 2003 10:52 +0200          | 2003-05-06T08:52:00Z"
      })
  void readsWhatMailersWrite(String text, Instant expected) {
    assertThat(MailDate.of(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "32 Foo",
        "Tue, 32 Jul 2003 10:52:00 +0000",
        "30 Feb 2003 10:52:00 +0000",
        "1 Jul 2003",
        "1 Jul 2003 25:00:00 +0000",
        "1 Jul 1601 10:52:00 +0000",
        "31 Dec 1989 23:59:59 +0000",
        "1 Jan 2100 00:00:00 +0000",
        "1 Jul 9999 10:52:00 +0000",
        "1 Jul 99999 10:52:00 +0000",
        "7/1/2003 10:52:00",
        "01.07.2003 10.52",
        "1 Jul 2003 1.2.3",
        "1 Jul 2003 25.00.00",
        "((((((",
        "::::",
        "1 Jul 2003 :: +0000"
      })
  void findsNoDateInOthers(String text) {
    assertThat(MailDate.of(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "From a@b.example  Tue Aug  6 12:39:49 2002          | 2002-08-06T12:39:49Z",
        "From 182@xxx Mon Apr 07 14:31:02 +0000 2025         | 2025-04-07T14:31:02Z",
        "From - Fri Aug 05 10:57:20 2016                     | 2016-08-05T10:57:20Z",
        "From January until the end of 2024                  | ",
        "From                                                | "
      })
  void readsFromLine(String line, Instant expected) {
    assertThat(MailDate.ofFromLine(line)).isEqualTo(expected);
  }

  @Test
  void readsReceivedBehindLastSemicolon() {
    assertThat(MailDate.ofReceived("from a (b; c) by d; Tue, 06 Aug 2002 11:31:58 +0100 (IST)"))
        .isEqualTo(Instant.parse("2002-08-06T10:31:58Z"));
    assertThat(MailDate.ofReceived("from a by b")).isNull();
    assertThat(MailDate.ofReceived(null)).isNull();
  }
}
