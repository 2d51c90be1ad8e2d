package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveConfigTest {

  /** A mapping of one's own, as a configuration file has it. */
  static final String OWN =
      """
      archive:
        mappings:
          - name: our-crm
            format: csv
            when: [Sent, From, Text]
            delimiter: ";"
            channel: email
            fields:
              sent_at: [Sent]
              sender: {email: [From]}
              to: {email: [To]}
              text: [Text]
              template: [Template]
            dates: {formats: ["dd.MM.yyyy HH:mm"], zone: Europe/Berlin}
            direction: {columns: [Way], outbound: [out], inbound: [in]}
            leave_out:
              - {columns: [State], values: [draft, "plan*"]}
      """;

  static ArchiveConfig read(String yaml) throws IOException {
    return MappedPresetJsonReader.read(
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsMapping() throws IOException {
    Mapping mapping = read(OWN).mappings().get(0);
    assertThat(mapping.format()).isEqualTo(Mapping.Format.CSV);
    assertThat(mapping.channel()).isEqualTo(Channel.EMAIL);
    assertThat(mapping.fields().sender().email()).containsExactly("From");
    assertThat(mapping.fields().cc().email()).isEmpty();
    assertThat(mapping.header_block()).isFalse();
  }

  @Test
  void shipsMappingForEachTool() {
    assertThat(MappedPresetJsonReader.presets())
        .extracting(Mapping::name)
        .containsExactlyInAnyOrder(
            "heyreach",
            "heyreach-messages",
            "hubspot-emails",
            "instantly",
            "outlook-csv",
            "phantombuster",
            "salesforce-emails",
            "salesforce-tasks",
            "smartlead",
            "smartlead-inbox",
            "smartlead-rows");
  }

  @Test
  void travelsToOtherJvms() throws IOException, ClassNotFoundException {
    ArchiveConfig config = new ArchiveConfig(MappedPresetJsonReader.presets(), false);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(config);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(config);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: our-crm        | name: Our CRM          | lower-case letters",
        "when: [Sent, From, Text] | when: []            | when must have",
        "when: [Sent, From, Text] | when: [' ']         | empty column name",
        "delimiter: \";\"     | delimiter: \";;\"      | delimiter must be",
        "delimiter: \";\"     | charset: utf-7         | charset is not known",
        "delimiter: \";\"     | cut_at: 5              | cut_at must be between",
        "delimiter: \";\"     | rows: a..b             | rows must be keys",
        "delimiter: \";\"     | separator: ''          | separator must have",
        "channel: email       | header_block: true     | channel is missing",
        "zone: Europe/Berlin  | zone: Europe/Nowhere   | must be such as Europe/Berlin",
        "dd.MM.yyyy HH:mm     | dd.MM.yyyy 'HH:mm      | must be iso, epoch_seconds",
        "text: [Text]         | subject: [Text]        | neither text nor html",
        "template: [Template]  | templet: [Template]    | templet"
      })
  void refusesBadValueAndSaysWhich(String good, String bad, String message) {
    String yaml = OWN.replace(good.strip(), bad.strip());
    assertThat(yaml).isNotEqualTo(OWN);
    assertThatThrownBy(() -> read(yaml)).hasMessageContaining(message.strip());
  }

  @Test
  void refusesTwoMappingsOfOneName() throws IOException {
    Mapping mapping = read(OWN).mappings().get(0);
    assertThatThrownBy(() -> new ArchiveConfig(List.of(mapping, mapping), false))
        .hasMessageContaining("two of one name");
    assertThat(ArchiveConfig.defaults().mappings()).isEmpty();
  }
}
