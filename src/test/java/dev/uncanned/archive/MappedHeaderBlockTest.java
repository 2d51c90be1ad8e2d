package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MappedHeaderBlockTest {

  @Test
  void takesOffLinesOfHeader() {
    MappedHeaderBlock block =
        MappedHeaderBlock.of(
            "Additional To: a@x.example\r\nCC: \r\nBCC: c@x.example\r\nAttachment: --none--\r\n\r\n"
                + "Subject: Intro To: nobody\r\nBody:\r\n\r\nHi,\r\nSubject: not a header");
    assertThat(block.value("to:")).isEqualTo("a@x.example");
    assertThat(block.value("cc:")).isEmpty();
    assertThat(block.value("bcc:")).isEqualTo("c@x.example");
    assertThat(block.value("attachment:")).isEmpty();
    assertThat(block.value("subject:")).isEqualTo("Intro To: nobody");
    assertThat(block.body()).isEqualTo("\r\nHi,\r\nSubject: not a header");
  }

  @Test
  void readsHeaderOnOneLine() {
    MappedHeaderBlock block =
        MappedHeaderBlock.of("To: a@x.example CC: BCC: Subject: Re: Hello Body: Hi, To: stays");
    assertThat(block.value("to:")).isEqualTo("a@x.example");
    assertThat(block.value("subject:")).isEqualTo("Re: Hello");
    assertThat(block.body()).isEqualTo("Hi, To: stays");
  }

  @Test
  void leavesTextsWithoutHeaderAlone() {
    assertThat(MappedHeaderBlock.of("Hi,\nTo: you\nBody: x").body())
        .isEqualTo("Hi,\nTo: you\nBody: x");
    assertThat(MappedHeaderBlock.of("").body()).isEmpty();
  }

  @Test
  void beginsTextAtFirstOtherLine() {
    assertThat(MappedHeaderBlock.of("To: a@x.example\n\nHi there").body()).isEqualTo("Hi there");
    assertThat(MappedHeaderBlock.of("To: a@x.example\nSubject: only").body()).isEmpty();
  }
}
