package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.message.Headers;
import dev.uncanned.message.Message;
import dev.uncanned.message.MessageHeader;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Masked texts of other scripts, word for word.
 *
 * <p>A state knows texts by the hash of their masked form. Where one of these changes, {@code
 * Version.TEXT} has to change with it, so that states with the old forms are refused ({@code
 * StateRules}) and their texts are masked anew; only then is the new form written down here.
 */
class PinnedTextsTest {

  private static final Contact SENDER = person("Max", "Muster", "Rampify GmbH");
  private static final List<Contact> RECIPIENTS =
      List.of(
          person("小明", "李", "株式会社東京"),
          person(null, "田中", null),
          person("สมชาย", null, null),
          person("محمد", "الأحمد", null),
          person("דוד", null, null),
          person("राज", null, null),
          person("Anna", null, null));

  /** Script, what was sent, its masked form and the hash of that. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Han | 您好小明，我注意到贵公司正在招聘3名工程师，我们帮助类似的团队更快地找到合适的人选。详情见 https://example.com/a?b=1 下周有时间聊聊吗？ | 您好 ⟨FIRST⟩ 我注意 注意到 意到贵 到贵公 贵公司 公司正 司正在 正在招 在招聘 ⟨NUM⟩ 名工程 工程师 我们帮 们帮助 帮助类 助类似 类似的 似的团 的团队 团队更 队更快 更快地 快地找 地找到 找到合 到合适 合适的 适的人 的人选 详情见 ⟨URL⟩ 下周有 周有时 有时间 时间聊 间聊聊 聊聊吗 | 7fdce9d45f288156e4223ae5e0a038f1
          Kana | 田中様、はじめまして。御社がエンジニアを採用していると拝見しました。ｶﾀｶﾅと１２３、来週３０分お話しできますか？ | ⟨LAST⟩ 様 はじめ じめま めまし まして 御社が 社がエ がエン エンジ ンジニ ジニア ニアを アを採 を採用 採用し 用して してい ている いると ると拝 と拝見 拝見し 見しま しまし ました カタカ タカナ カナと ⟨NUM⟩ 来週 ⟨NUM⟩ 分お話 お話し 話しで しでき できま きます ますか | c43557e455ef6fd2af92353ceb87c8f4
          Thai | สวัสดีครับคุณสมชาย ผมเห็นว่าบริษัทของคุณกำลังรับสมัครวิศวกร ๕ คน สัปดาห์หน้าคุยกันได้ไหม | สวั วัส ัสด สดี ดีค ีคร ครั รับ ับค บคุ คุณ ⟨FIRST⟩ ผมเ มเห เห็ ห็น ็นว นว่ ว่า ่าบ าบร บริ ริษ ิษั ษัท ัทข ทขอ ของ องค งคุ คุณ ุณก ณกํ กํา ําล าลั ลัง ังร งรั รับ ับส บสม สมั มัค ัคร ครว รวิ วิศ ิศว ศวก วกร ⟨NUM⟩ คน สัป ัปด ปดา ดาห าห์ ห์ห ์หน หน้ น้า ้าค าคุ คุย ุยก ยกั กัน ันไ นได ได้ ด้ไ ้ไห ไหม | f0965914a60e919cef3904f627f5c30d
          Hangul | 안녕하세요, 귀사가 엔지니어 3명을 채용하고 있다는 것을 보았습니다. 다음 주에 이야기할 수 있을까요? | 안녕하세요 귀사가 엔지니어 ⟨NUM⟩ 채용하고 있다는 것을 보았습니다 다음 주에 이야기할 수 있을까요 | 5e0d230972270f57ae734f15ce5e40a2
          Arabic | مرحبا محمد، لاحظتُ أن شركة الأحمد توظف ٣ مهندسين. هل يمكننا التحدث يوم ٥ مايو؟ \u200Fhttps://example.com\u200E شكرًا | مرحبا ⟨FIRST⟩ لاحظتُ أن شركة ⟨LAST⟩ توظف ⟨NUM⟩ مهندسين هل يمكننا التحدث يوم ⟨DATE⟩ ⟨URL⟩ شكرًا | 23407785fcbab20c757953d72e0c985b
          Hebrew | שלום דוד, רָאִיתִי שהחברה שלכם מגייסת 3 מהנדסים. האם נוכל לדבר בשבוע הבא? ד\u05F4ר כהן \u202Bתודה\u202C | שלום ⟨FIRST⟩ רָאִיתִי שהחברה שלכם מגייסת ⟨NUM⟩ מהנדסים האם נוכל לדבר בשבוע הבא ד ר כהן תודה | 8d2a4be18a5afc57434128f63b218fb8
          Devanagari | नमस्ते राज, मैंने देखा कि आपकी कंपनी ३ इंजीनियरों को भर्ती कर रही है। क्या हम अगले सप्ताह बात कर सकते हैं? क्\u200Dष | नमस्ते ⟨FIRST⟩ मैंने देखा कि आपकी कंपनी ⟨NUM⟩ इंजीनियरों को भर्ती कर रही है क्या हम अगले सप्ताह बात कर सकते हैं क्ष | f1e5b4f6b58a760c49270dd5902e007c
          Cyrillic | Здравствуйте, Дмитрий! Я увидел, что ваша компания ищет 5 инженеров; созвонимся 3 мая в 10:30? Ёлка и Й | здравствуйте ⟨FIRST⟩ я увидел что ваша компания ищет ⟨NUM⟩ инженеров созвонимся ⟨DATE⟩ в ⟨DATE⟩ ёлка и й | 8dd4e9139d2f3ef67232cc532b32da3e
          Burmese, Khmer, Lao | မင်္ဂလာပါ សួស្តី ສະບາຍດີ | မင် င်္ ်္ဂ ္ဂလ ဂလာ လာပ ာပါ សួស ួស្ ស្ត ្តី ສະບ ະບາ ບາຍ າຍດ ຍດີ | a8acce82a8dad8cd073b132c4787a0fe
          emoji | Hi Anna \uD83D\uDC4B\uD83C\uDFFD, we are a family \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66 business \uD83C\uDDE9\uD83C\uDDEA and love \u2764\uFE0F\u200D\uD83D\uDD25 feedback 1\uFE0F\u20E3 2\uFE0F\u20E3 \uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F from you\uD83D\uDE80today | hi ⟨FIRST⟩ we are a family business and love feedback ⟨NUM⟩ ⟨NUM⟩ from you today | 4c7108ae857a613f4f46ea36a1b19654
          mixed | Hello 小明, the 東京 office (株式会社東京) met Дмитрий and محمد; ＦＵＬＬ width, Ⅳ ﬁne, naïve cafe\u0301 हिन्दी ไทยabc你好world Rampify | hello ⟨FIRST⟩ the 東京 office ⟨ORG⟩ met дмитрий and ⟨FIRST⟩ full width iv fine naïve café हिन्दी ไทย abc 你好 world ⟨SELF⟩ | 7f7de1c23c12ec6f12c127557f473025
          """)
  void masksTextsOfEveryScriptAsBefore(
      String script, String sent, String masked, String fingerprint) {
    TextDocument document = new TextCleaner(TextConfig.defaults()).clean(message(sent));
    assertThat(document.masked()).isEqualTo(masked);
    assertThat(document.fingerprint()).isEqualTo(fingerprint).isEqualTo(ContentHash.of(masked));
    assertThat(document.tokens_n()).isEqualTo(masked.split(" ").length);
  }

  private static Contact person(String first, String last, String company) {
    return new Contact(null, null, null, first, last, company, null);
  }

  private static Message message(String body) {
    MessageHeader header = Headers.sent(MessageKind.MESSAGE, null, false);
    return new Message(header, null, body, false, SENDER, RECIPIENTS);
  }
}
