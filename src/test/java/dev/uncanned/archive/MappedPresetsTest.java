package dev.uncanned.archive;

import static dev.uncanned.archive.MappedFiles.count;
import static dev.uncanned.archive.MappedFiles.messages;
import static dev.uncanned.archive.MappedFiles.owners;
import static dev.uncanned.archive.MappedFiles.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One case for each tool, and a broken one. All files are synthetic: their columns and values are
 * those that the tools document, or that public programs read from them; the people are invented.
 */
class MappedPresetsTest {

  private static final String SALESFORCE =
      "\"Id\",\"ActivityId\",\"CreatedDate\",\"MessageDate\",\"FromAddress\",\"FromName\","
          + "\"ToAddress\",\"CcAddress\",\"BccAddress\",\"Subject\",\"TextBody\",\"HtmlBody\","
          + "\"Headers\",\"Incoming\",\"Status\",\"HasAttachment\",\"MessageIdentifier\","
          + "\"ThreadIdentifier\",\"EmailTemplateId\"\n";

  @TempDir Path folder;
  private MappedFiles files;

  @BeforeEach
  void setUp() {
    files = new MappedFiles(folder);
  }

  private static String email(String id, String rest) {
    return "\""
        + id
        + "\",\"00T1\",\"2024-03-02T00:00:00.000Z\",\"2024-03-01T10:00:05.000Z\","
        + "\"ann@acme.example\",\"Ann Lee\",\"bob@x.example; eve@y.example\",\"\",\"\","
        + rest
        + "\n";
  }

  @Test
  void readsSalesforceEmails() throws IOException {
    List<Parsed> rows =
        files.read(
            "EmailMessage.csv",
            SALESFORCE
                + email(
                    "02s1",
                    "\"Hello\",\"Hi Bob,\nshort \"\"chat\"\"?\",\"\",\"\",\"false\",\"3\",\"true\","
                        + "\"<m1@acme.example>\",\"t1\",\"00X5\"")
                + email(
                    "02s2",
                    "\"Draft\",\"not yet\",\"\",\"\",\"false\",\"5\",\"false\",\"\",\"\",\"\"")
                + email(
                    "02s3",
                    "\"Out of office\",\"away\",\"\",\"References: <r0@x.example>\",\"true\",\"1\","
                        + "\"false\",\"\",\"t2\",\"00X5\""));
    List<RawMessage> messages = messages(rows);
    assertThat(messages).hasSize(2);
    RawMessage sent = messages.get(0);
    assertThat(sent.body()).isEqualTo("Hi Bob,\nshort \"chat\"?");
    assertThat(sent.sender())
        .isEqualTo(new Contact("Ann Lee", null, "ann@acme.example", "Ann", "Lee", null, null));
    assertThat(sent.recipients())
        .extracting(Contact::email)
        .containsExactly("bob@x.example", "eve@y.example");
    assertThat(sent.sent_at()).isEqualTo(Instant.parse("2024-03-01T10:00:05Z"));
    assertThat(sent.date_quality()).isEqualTo(DateQuality.SECOND);
    assertThat(sent.direction()).isEqualTo(Direction.OUTBOUND);
    assertThat(sent.native_id()).isEqualTo("m1@acme.example");
    assertThat(sent.conversation_id()).isEqualTo("t1");
    assertThat(sent.template_ref()).isEqualTo("00X5");
    assertThat(sent.attachment_n()).isEqualTo(1);
    assertThat(sent.channel()).isEqualTo(Channel.EMAIL);
    assertThat(sent.flags()).isEmpty();
    RawMessage answer = messages.get(1);
    assertThat(answer.kind()).isEqualTo(MessageKind.AUTO_REPLY);
    assertThat(answer.direction()).isEqualTo(Direction.INBOUND);
    assertThat(answer.conversation_id()).isEqualTo("r0@x.example");
    assertThat(answer.template_ref()).as("evidence about senders only").isNull();
    assertThat(count(rows))
        .extracting(
            InputCount::format,
            InputCount::seen_n,
            InputCount::out_of_scope_n,
            InputCount::quarantined_n)
        .containsExactly("salesforce-emails", 3L, 1L, 0L);
    assertThat(owners(rows))
        .extracting(claim -> claim.person().email(), OwnerClaim::evidence, OwnerClaim::weight)
        .containsExactly(tuple("ann@acme.example", OwnerClaim.Evidence.SENT_FOLDER, 1L));
  }

  @Test
  void flagsSalesforceTextsCutAtLimitAndPrefersWholeOne() throws IOException {
    String html = "<p>" + "x".repeat(31_997);
    List<RawMessage> messages =
        messages(
            files.read(
                "e.csv",
                SALESFORCE
                    + email(
                        "1",
                        "\"a\",\""
                            + "y".repeat(32_000)
                            + "\",\"\",\"\",\"false\",\"3\",\"\",\"\",\"\",\"\"")
                    + email(
                        "2",
                        "\"b\",\"whole\",\""
                            + html
                            + "\",\"\",\"false\",\"3\",\"\",\"\",\"\",\"\"")));
    assertThat(messages.get(0).flags()).containsExactly(QualityFlag.CUT_BY_TOOL);
    assertThat(messages.get(1).body()).isEqualTo("whole");
    assertThat(messages.get(1).flags()).isEmpty();
  }

  @Test
  void losesOneSalesforceRowToOneOpenQuote() throws IOException {
    String good = "\"s\",\"text\",\"\",\"\",\"false\",\"3\",\"\",\"\",\"\",\"\"";
    String open = "\"s\",\"text that is never closed";
    List<Parsed> rows =
        files.read("e.csv", SALESFORCE + email("1", good) + email("2", open) + email("3", good));
    assertThat(messages(rows)).extracting(RawMessage::native_id).containsExactly("1", "3");
    assertThat(rejected(rows)).hasSize(1);
    assertThat(rejected(rows).get(0).byte_start()).isPositive();
  }

  @Test
  void answersLoggedAsSalesforceTasksAreFromTheCustomer() throws IOException {
    List<RawMessage> messages =
        messages(
            files.read(
                "Task.csv",
                "Id,WhoId,Who.Email,Subject,TaskSubtype,ActivityDate,OwnerId,Owner.Email,Description\n"
                    + "1,3,bob@x.example,Email: Hello,Email,2024-03-01,5,ann@acme.example,Hi Bob\n"
                    + "2,3,bob@x.example,← Email: Hello,Email,2024-03-03,5,ann@acme.example,Sure\n"
                    + "3,3,bob@x.example,Hello again,Email,2024-03-04,5,ann@acme.example,Well\n"));
    assertThat(messages)
        .extracting(
            one -> one.sender().email(),
            one -> one.recipients().get(0).email(),
            RawMessage::direction)
        .containsExactly(
            tuple("ann@acme.example", "bob@x.example", Direction.OUTBOUND),
            tuple("bob@x.example", "ann@acme.example", Direction.INBOUND),
            tuple("ann@acme.example", "bob@x.example", null));
  }

  @Test
  void readsSalesforceTasks() throws IOException {
    String head =
        "Id,WhoId,WhatId,Subject,TaskSubtype,ActivityDate,CreatedDate,OwnerId,Description\n";
    List<Parsed> rows =
        files.read(
            "Task.csv",
            head
                + "00T1,0031,,Email:"
                + " Hello,Email,2024-03-01,2024-03-05T09:00:00.000Z,0051,\"Additional To:"
                + " eve@y.example\n"
                + "CC: \n"
                + "BCC: log@acme.example\n"
                + "Attachment: --none--\n\n"
                + "Subject: Hello\n"
                + "Body:\n"
                + "Hi Bob,\n\n"
                + "short chat?\"\n"
                + "00T2,0032,,Email: Hello,Email,2024-03-01,2024-03-05T09:00:00.000Z,0051,\"To: CC:"
                + " BCC: Subject: Hello Body: Hi Eve, short chat?\"\n"
                + "00T3,0033,,Call,Call,2024-03-01,2024-03-05T09:00:00.000Z,0051,left a message\n"
                + "00T4,0033,,← Email: Re: Hello,Email,,2024-03-05T09:00:00.000Z,0051,Sure\n");
    List<RawMessage> messages = messages(rows);
    assertThat(messages).hasSize(3);
    assertThat(messages)
        .extracting(RawMessage::body)
        .containsExactly("Hi Bob,\n\nshort chat?", "Hi Eve, short chat?", "Sure");
    assertThat(messages)
        .extracting(RawMessage::subject)
        .containsExactly("Hello", "Hello", "Re: Hello");
    assertThat(messages)
        .extracting(RawMessage::direction)
        .containsExactly(Direction.OUTBOUND, Direction.OUTBOUND, Direction.INBOUND);
    assertThat(messages)
        .extracting(RawMessage::conversation_id)
        .containsExactly("0031", "0032", "0033");
    assertThat(messages.get(0).recipients())
        .extracting(Contact::email)
        .containsExactly("eve@y.example", "log@acme.example");
    assertThat(messages.get(1).recipients()).containsExactly(Contact.of(null, null, null));
    assertThat(messages.get(0).sent_at()).isEqualTo(Instant.parse("2024-03-01T00:00:00Z"));
    assertThat(messages).extracting(RawMessage::date_quality).containsOnly(DateQuality.FALLBACK);
    assertThat(messages.get(2).sent_at()).isEqualTo(Instant.parse("2024-03-05T09:00:00Z"));
    assertThat(count(rows).out_of_scope_n()).isEqualTo(1);
    assertThat(count(rows).format()).isEqualTo("salesforce-tasks");
  }

  @Test
  void rejectsRaggedSalesforceTask() throws IOException {
    List<Parsed> rows =
        files.read(
            "t.csv",
            "WhoId,Subject,TaskSubtype,ActivityDate,Description\n"
                + "1,Email: a,Email,2024-03-01\n2,Email: a,Email,2024-03-01,Hi\n");
    assertThat(messages(rows)).hasSize(1);
    assertThat(rejected(rows)).extracting(Rejected::reason).containsExactly(Reason.CSV_COLUMNS);
  }

  private static String hubspot(String direction, String status, String to) {
    return "{\"id\":\"1\",\"properties\":{\"hs_timestamp\":\"2024-03-01T10:00:05Z\","
        + "\"hs_email_direction\":\""
        + direction
        + "\",\"hs_email_status\":\""
        + status
        + "\",\"hs_email_subject\":\"Hello\",\"hs_email_text\":\"Hi Bob\",\"hs_email_html\":null,"
        + "\"hs_email_from_email\":\"Ann@acme.example\",\"hs_email_from_firstname\":\"Ann\","
        + "\"hs_email_from_lastname\":\"Lee\",\"hs_email_to_email\":\""
        + to
        + "\",\"hs_attachment_ids\":\"11223344;55667788\"}}";
  }

  @Test
  void readsHubSpotPagesRowsAndTables() throws IOException {
    String page =
        "{\"results\":["
            + hubspot("EMAIL", "SENT", "bob@x.example;eve@y.example")
            + ","
            + hubspot("EMAIL", "SCHEDULED", "bob@x.example")
            + ","
            + hubspot("INCOMING_EMAIL", "", "ann@acme.example")
            + ","
            + hubspot("FORWARDED_EMAIL", "", "ann@acme.example")
            + ","
            + hubspot("EMAIL", "FAILED", "bob@x.example")
            + ","
            + hubspot("EMAIL", "BOUNCED", "bob@x.example")
            + "],\"paging\":{\"next\":{\"after\":\"1\"}}}";
    List<Parsed> rows = files.read("page.json", page);
    List<RawMessage> messages = messages(rows);
    assertThat(messages)
        .extracting(RawMessage::direction)
        .containsExactly(Direction.OUTBOUND, Direction.INBOUND, null, Direction.OUTBOUND);
    assertThat(messages.get(0).recipients()).hasSize(2);
    assertThat(messages.get(0).attachment_n()).isEqualTo(2);
    assertThat(messages.get(0).sender().name()).isEqualTo("Ann Lee");
    assertThat(count(rows).out_of_scope_n()).isEqualTo(2);
    assertThat(count(rows).format()).isEqualTo("hubspot-emails");

    List<Parsed> lines = files.read("rows.jsonl", hubspot("EMAIL", "SENT", "b@x.example") + "\n");
    assertThat(messages(lines)).hasSize(1);
    List<Parsed> table =
        files.read(
            "table.csv",
            "hs_timestamp;hs_email_direction;hs_email_text;hs_email_from_email;hs_email_to_email\n"
                + "1709287205000;EMAIL;\"Hi; Bob\";ann@acme.example;\"b@x.example;c@x.example\"\n");
    assertThat(messages(table)).extracting(RawMessage::body).containsExactly("Hi; Bob");
    assertThat(messages(table).get(0).sent_at()).isEqualTo(Instant.parse("2024-03-01T10:00:05Z"));
    assertThat(messages(table).get(0).recipients()).hasSize(2);
  }

  @Test
  void rejectsBrokenHubSpotLineAndReadsNext() throws IOException {
    String good = hubspot("EMAIL", "SENT", "b@x.example") + "\n";
    List<Parsed> rows =
        files.read("h.jsonl", good + "{\"id\":\"2\",\"properties\":{\"hs_time\n" + good);
    assertThat(messages(rows)).extracting(RawMessage::source_row).containsExactly(1L, 3L);
    Rejected broken = rejected(rows).get(0);
    assertThat(broken.reason()).isEqualTo(Reason.JSON_BROKEN);
    assertThat(broken.source_row()).isEqualTo(2);
    assertThat(broken.byte_start()).isEqualTo(good.length());
    assertThat(broken.byte_end()).isGreaterThan(broken.byte_start());
    assertThat(broken.raw_sha256()).hasSize(64);
  }

  private static String instantly(int type, String from, String to, String step) {
    return "{\"id\":\"e"
        + type
        + "\",\"timestamp_created\":\"2025-01-01T00:00:00.000Z\","
        + "\"timestamp_email\":\"2024-03-01T10:00:05.000Z\",\"message_id\":\"<m"
        + type
        + "@acme.example>\",\"subject\":\"Hello\",\"from_address_email\":\""
        + from
        + "\",\"to_address_email_list\":\""
        + to
        + "\",\"cc_address_email_list\":\"c@x.example,d@x.example\",\"body\":{\"text\":\"Hi Bob\","
        + "\"html\":\"<p>Hi Bob</p>\"},\"thread_id\":\"th\",\"lead\":\"bob@x.example\","
        + "\"campaign_id\":\"cmp\",\"eaccount\":\"ann@acme.example\",\"ue_type\":"
        + type
        + ",\"step\":"
        + step
        + "}";
  }

  @Test
  void readsInstantlyEmails() throws IOException {
    String page =
        "{\"items\":["
            + instantly(1, "ann@acme.example", "bob@x.example", "\"0_0_0\"")
            + ","
            + instantly(2, "bob@x.example", "ann@acme.example", "null")
            + ","
            + instantly(3, "ann@acme.example", "bob@x.example", "null")
            + ","
            + instantly(4, "ann@acme.example", "bob@x.example", "\"0_1_0\"")
            + "],\"next_starting_after\":\"x\"}";
    List<Parsed> rows = files.read("emails.json", page);
    List<RawMessage> messages = messages(rows);
    assertThat(messages)
        .extracting(RawMessage::direction, RawMessage::template_ref)
        .containsExactly(
            tuple(Direction.OUTBOUND, "cmp/0_0_0"),
            tuple(Direction.INBOUND, null),
            tuple(Direction.OUTBOUND, null));
    assertThat(messages.get(0).sent_at())
        .as("not the time of the row in their database")
        .isEqualTo(Instant.parse("2024-03-01T10:00:05Z"));
    assertThat(messages.get(0).body()).isEqualTo("Hi Bob");
    assertThat(messages.get(0).recipients()).hasSize(3);
    assertThat(messages.get(0).native_id()).isEqualTo("m1@acme.example");
    assertThat(count(rows).out_of_scope_n()).isEqualTo(1);
    assertThat(count(rows).format()).isEqualTo("instantly");
    assertThat(owners(rows))
        .extracting(claim -> claim.person().email())
        .containsExactly("ann@acme.example");
  }

  @Test
  void leavesDirectionOfUnknownInstantlyTypeOpen() throws IOException {
    List<RawMessage> messages =
        messages(files.read("i.jsonl", instantly(9, "ann@acme.example", "bob@x.example", "null")));
    assertThat(messages).extracting(RawMessage::direction).containsExactly((Direction) null);
    assertThat(
            messages(
                files.read(
                    "j.jsonl",
                    instantly(9, "ann@acme.example", "bob@x.example", "null")
                        .replace("\"ue_type\":9,", ""))))
        .as("without a type the account says it")
        .extracting(RawMessage::direction)
        .containsExactly(Direction.OUTBOUND);
  }

  @Test
  void rejectsBrokenInstantlyLineAndReadsNext() throws IOException {
    String good = instantly(1, "ann@acme.example", "bob@x.example", "\"0_0_0\"");
    String lines = good + "\n" + good.substring(0, good.length() / 2) + "\n" + good + "\n";
    List<Parsed> rows = files.read("i.jsonl", lines);
    assertThat(messages(rows)).hasSize(2);
    Rejected broken = rejected(rows).get(0);
    assertThat(rejected(rows)).hasSize(1);
    assertThat(broken.reason()).isEqualTo(Reason.JSON_BROKEN);
    assertThat(broken.source_row()).isEqualTo(2);
    assertThat(broken.byte_start()).isEqualTo(good.length() + 1);
  }

  private static final String SMARTLEAD =
      "{\"history\":["
          + "{\"type\":\"SENT\",\"message_id\":\"<s1@acme.example>\",\"stats_id\":\"a\","
          + "\"time\":\"2024-03-01T10:00:05.000Z\",\"email_body\":\"<div>Hi Bob</div>\","
          + "\"subject\":\"Hello\",\"email_seq_number\":\"1\",\"open_count\":2,"
          + "\"click_details\":{\"https://x.example\":true}},"
          + "{\"type\":\"REPLY\",\"message_id\":\"<r1@x.example>\",\"stats_id\":\"a\","
          + "\"time\":\"2024-03-02T10:00:05.000Z\",\"email_body\":\"<p>Go on</p>\"},"
          + "{\"type\":\"SENT\",\"message_id\":\"<s2@acme.example>\",\"stats_id\":\"a\","
          + "\"time\":\"2024-03-03T10:00:05.000Z\",\"email_body\":\"<div>Typed</div>\","
          + "\"subject\":\"Re: Hello\",\"email_seq_number\":null}],"
          + "\"from\":\"ann@acme.example\",\"to\":\"bob@x.example\",\"campaign_id\":77}";

  @Test
  void readsSmartleadHistoryAndTellsSequenceFromTypedMail() throws IOException {
    List<Parsed> rows = files.read("history.json", SMARTLEAD);
    List<RawMessage> messages = messages(rows);
    assertThat(messages)
        .extracting(
            RawMessage::direction,
            message -> message.sender().email(),
            message -> message.recipients().get(0).email(),
            RawMessage::template_ref)
        .containsExactly(
            tuple(Direction.OUTBOUND, "ann@acme.example", "bob@x.example", "77/1"),
            tuple(Direction.INBOUND, "bob@x.example", "ann@acme.example", null),
            tuple(Direction.OUTBOUND, "ann@acme.example", "bob@x.example", null));
    assertThat(messages).allMatch(RawMessage::html);
    assertThat(count(rows).format()).isEqualTo("smartlead");
    assertThat(messages(files.read("pretty.json", SMARTLEAD.replace(",", ",\n  "))))
        .as("spread over lines, what is inherited still stands behind the list")
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(messages);
  }

  @Test
  void namesNoStepWithoutItsCampaign() throws IOException {
    String unnamed = SMARTLEAD.replace(",\"campaign_id\":77", "");
    assertThat(messages(files.read("history.json", unnamed)))
        .hasSize(3)
        .extracting(RawMessage::template_ref)
        .containsOnlyNulls();
  }

  @Test
  void knowsAnswersToInvitationsInTables() throws IOException {
    List<RawMessage> messages =
        messages(
            files.read(
                "EmailMessage.csv",
                SALESFORCE
                    + email(
                        "02s1",
                        "\"Accepted: Intro\",\"Bob has accepted\",\"\",\"\",\"true\",\"1\",\"false\","
                            + "\"<m1@x.example>\",\"\",\"\"")
                    + email(
                        "02s2",
                        "\"Accepted offers\",\"Hi Bob\",\"\",\"\",\"false\",\"3\",\"false\","
                            + "\"<m2@x.example>\",\"\",\"\"")));
    assertThat(messages)
        .extracting(RawMessage::automatic, RawMessage::kind)
        .containsExactly(tuple(true, MessageKind.AUTO_REPLY), tuple(false, MessageKind.MESSAGE));
  }

  @Test
  void rejectsSmartleadAnswerWithoutHistory() throws IOException {
    List<Parsed> rows =
        files.read(
            "h.jsonl", SMARTLEAD + "\n{\"message\":\"Too many requests\"}\n" + SMARTLEAD + "\n");
    assertThat(messages(rows)).hasSize(6);
    assertThat(rejected(rows)).extracting(Rejected::reason).containsExactly(Reason.JSON_SCHEMA);
  }

  @Test
  void survivesSmartleadDocumentCutAnywhere() throws IOException {
    for (String layout : List.of(SMARTLEAD, SMARTLEAD.replace(",", ",\n"))) {
      for (int length = 0; length < layout.length(); length += 7) {
        assertThat(files.read("cut.json", layout.substring(0, length))).isNotEmpty();
      }
    }
  }

  @Test
  void readsSmartleadInbox() throws IOException {
    List<RawMessage> messages =
        messages(
            files.read(
                "inbox.json",
                "{\"ok\":true,\"data\":[{\"lead_email\":\"bob@x.example\",\"email_campaign_id\":145,"
                    + "\"email_history\":[{\"from\":\"ann@acme.example\",\"to\":\"bob@x.example\","
                    + "\"type\":\"SENT\",\"message_id\":\"<1@a>\",\"time\":\"2025-07-07T11:13:06Z\","
                    + "\"email_body\":\"<div>Hi</div>\",\"email_seq_number\":\"2\"}]}]}"));
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).template_ref()).isEqualTo("145/2");
    assertThat(messages.get(0).sender().email()).isEqualTo("ann@acme.example");
  }

  private static final String PHANTOM =
      "threadUrl,linkedInUrls,message,lastMessageFromUrl,firstnameFrom,lastnameFrom,occupationFrom,"
          + "isLastMessageFromMe,readStatus,lastMessageDate,timestamp\n";

  @Test
  void readsPhantomBusterInbox() throws IOException {
    String thread = "https://www.linkedin.com/messaging/thread/2-ZGEy==/";
    List<Parsed> rows =
        files.read(
            "result.csv",
            PHANTOM
                + thread
                + ",https://www.linkedin.com/in/ACoAABob,\"Hi Bob,\n"
                + "short"
                + " chat?\",https://www.linkedin.com/in/ACoAAAnn,Ann,Lee,Sales,TRUE,TRUE,2025-05-31T09:57:02.966Z,2026-09-02T14:26:30.077Z\n"
                + "https://www.linkedin.com/messaging/thread/2-X==/,https://www.linkedin.com/in/ACoAAEve,Sounds"
                + " good to"
                + " me,https://www.linkedin.com/in/ACoAAEve,Eve,Roe,CTO,FALSE,FALSE,2025-06-01T09:57:02.966Z,2026-09-02T14:26:30.077Z\n");
    List<RawMessage> messages = messages(rows);
    assertThat(messages.get(0).conversation_id()).isEqualTo("2-ZGEy==");
    assertThat(messages.get(0).direction()).isEqualTo(Direction.OUTBOUND);
    assertThat(messages.get(0).sender().url()).isEqualTo("linkedin.com/in/ACoAAAnn");
    assertThat(messages.get(0).sender().name()).isEqualTo("Ann Lee");
    assertThat(messages.get(0).recipients())
        .extracting(Contact::url)
        .containsExactly("linkedin.com/in/ACoAABob");
    assertThat(messages.get(1).direction()).isEqualTo(Direction.INBOUND);
    assertThat(messages.get(1).recipients()).containsExactly(Contact.of(null, null, null));
    assertThat(messages).extracting(RawMessage::channel).containsOnly(Channel.LI_MESSAGE);
    assertThat(owners(rows))
        .extracting(claim -> claim.person().url(), OwnerClaim::evidence)
        .containsExactly(tuple("linkedin.com/in/ACoAAAnn", OwnerClaim.Evidence.PROFILE));
    assertThat(count(rows).format()).isEqualTo("phantombuster");
  }

  @Test
  void readsPhantomBusterJsonWithListsOfProfiles() throws IOException {
    List<RawMessage> messages =
        messages(
            files.read(
                "result.json",
                "[{\"threadUrl\":\"https://www.linkedin.com/messaging/thread/2-A==\","
                    + "\"linkedInUrls\":[\"https://www.linkedin.com/in/bob\",\"https://www.linkedin.com/in/eve\"],\"message\":\"Hello"
                    + " both of you\",\"lastMessageFromUrl\":\"https://www.linkedin.com/in/ann\","
                    + "\"firstnameFrom\":\"Ann\",\"lastnameFrom\":\"Lee\",\"isLastMessageFromMe\":true,"
                    + "\"readStatus\":true,\"lastMessageDate\":\"2022-10-20T06:01:08.960Z\"}]"));
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).kind()).isEqualTo(MessageKind.GROUP);
    assertThat(messages.get(0).recipients()).hasSize(2);
  }

  @Test
  void rejectsTruncatedPhantomBusterRow() throws IOException {
    List<Parsed> rows = files.read("result.csv", PHANTOM + "https://x,https://y,\"Hi");
    assertThat(messages(rows)).isEmpty();
    assertThat(rejected(rows)).hasSize(1);
  }

  private static final String HEYREACH =
      "{\"totalCount\":1,\"items\":[{\"id\":\"2-N2E1==\",\"read\":true,\"groupChat\":false,"
          + "\"correspondentProfile\":{\"firstName\":\"Bob\",\"lastName\":\"Roe\","
          + "\"profileUrl\":\"https://www.linkedin.com/in/bob-roe\",\"emailAddress\":null,\"tags\":[]},"
          + "\"linkedInAccountId\":185,\"linkedInAccount\":{\"id\":185,\"firstName\":\"Ann\","
          + "\"lastName\":\"Lee\",\"profileUrl\":\"https://www.linkedin.com/in/ann-lee\"},\"messages\":[{\"createdAt\":\"2024-03-01T10:00:05.000Z\",\"body\":\"Hi"
          + " Bob, short chat?\","
          + "\"subject\":\"Hello\",\"isInMail\":true,\"sender\":\"ME\"},{\"createdAt\":\"2024-03-02T10:00:05.000Z\",\"body\":\"Sure,"
          + " go on\",\"subject\":null,\"isInMail\":false,\"sender\":\"CORRESPONDENT\"}]}]}";

  @Test
  void readsHeyReachConversations() throws IOException {
    List<Parsed> rows = files.read("conversations.json", HEYREACH);
    List<RawMessage> messages = messages(rows);
    assertThat(messages)
        .extracting(
            RawMessage::direction,
            RawMessage::channel,
            message -> message.sender().url(),
            message -> message.recipients().get(0).url())
        .containsExactly(
            tuple(
                Direction.OUTBOUND,
                Channel.LI_INMAIL,
                "linkedin.com/in/ann-lee",
                "linkedin.com/in/bob-roe"),
            tuple(
                Direction.INBOUND,
                Channel.LI_MESSAGE,
                "linkedin.com/in/bob-roe",
                "linkedin.com/in/ann-lee"));
    assertThat(messages).extracting(RawMessage::conversation_id).containsOnly("2-N2E1==");
    assertThat(count(rows).format()).isEqualTo("heyreach");
    String conversation = HEYREACH.substring(HEYREACH.indexOf("{\"id\""), HEYREACH.length() - 2);
    assertThat(messages(files.read("c.jsonl", conversation + "\n" + conversation + "\n")))
        .hasSize(4);
  }

  @Test
  void readsHeyReachTableCalledLikeLinkedIns() throws IOException {
    List<Parsed> rows =
        files.read(
            "messages.csv",
            "conversationId,createdAt,sender,body,profileUrl,firstName,lastName\n"
                + "2-N2E1==,2024-03-01T10:00:05Z,ME,\"Hi Bob,"
                + " chat?\",https://www.linkedin.com/in/bob,Bob,Roe\n"
                + "2-N2E1==,soon,SOMEBODY,Sure,https://www.linkedin.com/in/bob,Bob,Roe\n");
    List<RawMessage> messages = messages(rows);
    assertThat(messages.get(0).recipients().get(0).name()).isEqualTo("Bob Roe");
    assertThat(messages.get(1).direction()).as("unknown value").isNull();
    assertThat(messages.get(1).date_quality()).as("unknown date").isEqualTo(DateQuality.NONE);
    assertThat(messages.get(1).sender()).isEqualTo(Contact.of(null, null, null));
    assertThat(count(rows).format()).isEqualTo("heyreach");
  }

  @Test
  void keepsHeyReachMessagesBeforeBreak() throws IOException {
    String broken =
        HEYREACH
            .replace("\"body\":\"Sure", "\"body\":Sure")
            .replace(",{\"createdAt", ",\n{\"createdAt");
    List<Parsed> rows = files.read("c.json", broken);
    assertThat(rejected(rows)).extracting(Rejected::reason).containsExactly(Reason.JSON_BROKEN);
  }

  private static final String OUTLOOK =
      "\"Subject\",\"Body\",\"From: (Name)\",\"From: (Address)\",\"From: (Type)\",\"To: (Name)\","
          + "\"To: (Address)\",\"To: (Type)\",\"CC: (Name)\",\"CC: (Address)\",\"CC: (Type)\","
          + "\"BCC: (Name)\",\"BCC: (Address)\",\"BCC: (Type)\",\"Billing Information\","
          + "\"Categories\",\"Importance\",\"Mileage\",\"Sensitivity\"\r\n";

  @Test
  void readsOutlookTableWithoutDates() throws IOException {
    List<Parsed> rows =
        files.read(
            "sent.csv",
            (OUTLOOK
                    + "\"Grüße\",\"Hi Bob,\r\n"
                    + "bis später\",\"Lee,"
                    + " Ann\",\"/O=ACME/OU=EX/CN=RECIPIENTS/CN=ANN\",\"EX\",\"Bob Roe;Eve"
                    + " Doe\",\"bob@x.example;/O=ACME/OU=EX/CN=RECIPIENTS/CN=EVE\",\"SMTP;EX\",,,,,,,,,\"Normal\",,\"Normal\"\r\n")
                .getBytes(Charset.forName("windows-1252")));
    assertThat(messages(rows)).hasSize(1);
    RawMessage mail = messages(rows).get(0);
    assertThat(mail.subject()).isEqualTo("Grüße");
    assertThat(mail.body()).isEqualTo("Hi Bob,\r\nbis später");
    assertThat(mail.sender())
        .isEqualTo(new Contact("Lee, Ann", null, null, "Ann", "Lee", null, null));
    assertThat(mail.recipients())
        .extracting(Contact::name, Contact::email)
        .containsExactly(tuple("Bob Roe", "bob@x.example"), tuple("Eve Doe", null));
    assertThat(mail.date_quality()).isEqualTo(DateQuality.NONE);
    assertThat(mail.direction()).isNull();
    assertThat(mail.flags()).isEmpty();
    assertThat(count(rows).format()).isEqualTo("outlook-csv");
  }

  @Test
  void readsGermanOutlookTable() throws IOException {
    List<Parsed> rows =
        files.read(
            "gesendet.csv",
            "Betreff;Text;Von: (Name);Von: (Adresse);Von: (Typ);An: (Name);An: (Adresse);An:"
                + " (Typ)\r\n"
                + "Hallo;\"Guten Tag;\r\n"
                + "bis bald\";Ann Lee;ann@acme.example;SMTP;Bob;bob@x.example;SMTP\r\n");
    assertThat(messages(rows)).extracting(RawMessage::subject).containsExactly("Hallo");
    assertThat(messages(rows).get(0).sender().email()).isEqualTo("ann@acme.example");
  }

  @Test
  void claimsSenderOfNearlyAllOutlookMails() throws IOException {
    StringBuilder table = new StringBuilder(OUTLOOK);
    for (int i = 0; i < 6; i++) {
      table
          .append("\"s\",\"text\",\"Ann Lee\",\"ann@acme.example\",\"SMTP\",\"\",\"p")
          .append(i)
          .append("@x.example\",\"SMTP\",,,,,,,,,,,\r\n");
    }
    assertThat(owners(files.read("sent.csv", table.toString())))
        .extracting(claim -> claim.person().email(), OwnerClaim::evidence)
        .containsExactly(tuple("ann@acme.example", OwnerClaim.Evidence.SENT_FOLDER));
  }

  @Test
  void rejectsBrokenOutlookRow() throws IOException {
    List<Parsed> rows =
        files.read(
            "o.csv",
            OUTLOOK
                + "\"s\",\"first\",\"Ann\",\"ann@acme.example\",\"SMTP\",\"\",\"b@x.example\",\"SMTP\",,,,,,,,,,,\r\n"
                + "\"s\",\"no end\r\n"
                + "\"s\",\"inside\",\"Ann\",\"/O=ACME/CN=ANN\",\"EX\",\"\",\"b@x.example\",\"SMTP\",,,,,,,,,,,\r\n"
                + "\"s\",\"good\",\"Ann\",\"ann@acme.example\",\"SMTP\",\"\",\"b@x.example\",\"SMTP\",,,,,,,,,,,\r\n");
    assertThat(messages(rows))
        .extracting(RawMessage::body)
        .containsExactly("first", "inside", "good");
    assertThat(rejected(rows))
        .extracting(Rejected::reason)
        .containsExactly(Reason.CSV_UNTERMINATED);
  }
}
