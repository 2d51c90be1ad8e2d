package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.text.Masker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copies of one template are found in every script, from the raw text on. */
class ScriptsTest {

  /** Script, the template and a word or clause that is put into one of its copies. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Han | 您好，我注意到贵公司正在招聘工程师，我们帮助类似的团队更快地找到合适的人选，下周有时间聊聊吗？ | 祝好
          Kana | はじめまして、御社がエンジニアを採用していると拝見しました。来週少しお話しするお時間をいただけますか？ | よろしく
          Thai | สวัสดีครับ ผมเห็นว่าบริษัทของคุณกำลังรับสมัครวิศวกร เราช่วยทีมแบบคุณหาคนได้เร็วขึ้น สัปดาห์หน้าคุยกันได้ไหม | ขอบคุณ
          Arabic | مرحبا لاحظت أن شركتكم توظف مهندسين ونحن نساعد الفرق المشابهة على إيجاد المرشح المناسب بسرعة هل يمكننا التحدث الأسبوع القادم | شكرا
          Hebrew | שלום ראיתי שהחברה שלכם מגייסת מהנדסים ואנחנו עוזרים לצוותים דומים למצוא מועמדים מהר יותר האם נוכל לדבר בשבוע הבא | תודה
          Hangul | 안녕하세요 귀사가 엔지니어를 채용하고 있다는 것을 보았습니다 저희는 비슷한 팀이 더 빨리 사람을 찾도록 돕고 있습니다 다음 주에 이야기할 수 있을까요 | 감사합니다
          Devanagari | नमस्ते मैंने देखा कि आपकी कंपनी इंजीनियरों को भर्ती कर रही है हम ऐसी टीमों को जल्दी सही लोग खोजने में मदद करते हैं क्या हम बात कर सकते हैं | धन्यवाद
          Cyrillic | Здравствуйте, я увидел, что ваша компания ищет инженеров, мы помогаем таким командам быстрее находить людей, поговорим на неделе? | спасибо
          """)
  void findsCopiesInEveryScript(String script, String template, String added) {
    List<ClusteredText> rows =
        cluster(
            template, template + " " + added, "an english text about nothing of that kind it is");
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).cluster_id()).isEqualTo(rows.get(1).cluster_id());
    assertThat(rows.get(2).cluster_id()).isNotEqualTo(rows.get(0).cluster_id());
    assertThat(rows.get(1).jaccard_oldest()).isBetween(0.5f, 0.999f);
  }

  @Test
  void tellsTextsOfOneScriptApart() {
    List<ClusteredText> rows =
        cluster("您好，我注意到贵公司正在招聘工程师，我们帮助类似的团队更快地找到合适的人选。", "昨天的会议纪要已经整理好了，请大家在周五之前把修改意见发给我，谢谢。");
    assertThat(rows.get(0).cluster_id()).isNotEqualTo(rows.get(1).cluster_id());
  }

  @Test
  void emojiAndDirectionMarksDoNotCount() {
    String plain = "we help teams like yours to hire good people faster shall we talk next week";
    List<ClusteredText> rows =
        cluster(plain, plain.replace("talk", "talk \uD83D\uDE80\uD83D\uDC4D\uD83C\uDFFD today"));
    assertThat(rows.get(0).cluster_id()).isEqualTo(rows.get(1).cluster_id());
    assertThat(masked("\u202B" + plain + " \uD83D\uDE00\u200F")).isEqualTo(masked(plain));
  }

  private static List<ClusteredText> cluster(String... texts) {
    List<DistinctText> distinct = new ArrayList<>();
    for (String text : texts) {
      distinct.add(TextSamples.text(masked(text), distinct.size(), 1));
    }
    List<ClusteredText> rows = new ArrayList<>();
    new ClusterKernel(SignatureConfig.defaults(), ClusterConfig.defaults(), 1)
        .cluster(distinct.iterator())
        .forEachRemaining(rows::add);
    return rows;
  }

  private static String masked(String text) {
    return new Masker().mask(text, null, List.of()).text();
  }
}
