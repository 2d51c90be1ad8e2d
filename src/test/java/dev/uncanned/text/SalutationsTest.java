package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalutationsTest {

  /** What is sent to somebody of whom nothing is known, and its masked form. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Здравствуйте, Иван Петрович! Пишу | здравствуйте ⟨FIRST⟩ ⟨LAST⟩ пишу
          Добрый день, Анна, пишу | добрый день ⟨FIRST⟩ пишу
          Уважаемый Иван Иванович! Пишу | уважаемый ⟨FIRST⟩ ⟨LAST⟩ пишу
          Привет, дорогая Анна! Пишу | привет дорогая ⟨FIRST⟩ пишу
          Иван Петрович, пишу | ⟨FIRST⟩ ⟨LAST⟩ пишу
          Шановний пане Андрію, пишу | шановний пане ⟨FIRST⟩ пишу
          Доброго дня, Олено! Пишу | доброго дня ⟨FIRST⟩ пишу
          Γεια σου Μαρία, γράφω | γεια σου ⟨FIRST⟩ γράφω
          Αξιότιμη κα Παπαδοπούλου, γράφω | αξιότιμη κα ⟨LAST⟩ γράφω
          Merhaba Elif, yazıyorum | merhaba ⟨FIRST⟩ yazıyorum
          Ahmet Bey, yazıyorum | ⟨FIRST⟩ bey yazıyorum
          İyi günler Mehmet Bey, yazıyorum | iyi günler ⟨FIRST⟩ bey yazıyorum
          Kính gửi ông Nam, tôi viết | kính gửi ông ⟨FIRST⟩ tôi viết
          Dzień dobry, Panie Marku! Piszę | dzień dobry panie ⟨LAST⟩ piszę
          Guten Tag, Herr Dr. Müller, ich schreibe | guten tag herr dr ⟨LAST⟩ ich schreibe
          Olá, Marina! Escrevo | olá ⟨FIRST⟩ escrevo
          Prezado(a) João, escrevo | prezado a ⟨FIRST⟩ escrevo
          Estimado/a Carlos: escribo | estimado a ⟨FIRST⟩ escribo
          Liebe/r Thomas, wir | liebe r ⟨FIRST⟩ wir
          Liebe(r) Thomas, wir | liebe r ⟨FIRST⟩ wir
          Cher/Chère Pierre, nous | cher chère ⟨FIRST⟩ nous
          Sehr geehrte/r Herr/Frau Müller, wir | sehr geehrte r herr frau ⟨LAST⟩ wir
          Dear Mr./Ms. Jones, we | dear mr ms ⟨LAST⟩ we
          Dear Sir/Madam, we | dear sir madam we
          Hi (a short note): we | hi a short note we
          صباح الخير أحمد، أكتب | صباح الخير ⟨FIRST⟩ أكتب
          בוקר טוב דוד, אני כותב | בוקר טוב ⟨FIRST⟩ אני כותב
          नमस्कार श्री अमित, लिखता | नमस्कार श्री ⟨FIRST⟩ लिखता
          안녕하세요. 김민수님, 씁니다 | 안녕하세요 ⟨FIRST⟩ 씁니다
          안녕하세요 김 팀장님, 씁니다 | 안녕하세요 ⟨LAST⟩ 팀장님 씁니다
          박지영 대표님께, 씁니다 | ⟨FIRST⟩ 대표님께 씁니다
          尊敬的王小明先生：您好 | 尊敬的 ⟨FIRST⟩ 先生 您好
          您好王总，打扰了 | 您好 ⟨LAST⟩ 总 打扰了
          歐陽小姐您好，打擾 | ⟨LAST⟩ 小姐您 姐您好 打擾
          王小明您好，打扰 | ⟨FIRST⟩ 您好 打扰
          您好王小明，打扰 | 您好 ⟨FIRST⟩ 打扰
          山田　太郎　様、連絡 | ⟨LAST⟩ ⟨FIRST⟩ 様 連絡
          営業部　阿部様、連絡 | 営業部 ⟨LAST⟩ 様 連絡
          สวัสดีครับคุณวิภา เขียน | สวั วัส ัสด สดี ดีค ีคร ครั รับ ับค บคุ คุณ ⟨FIRST⟩ เขี ขีย ียน
          คุณวิภาคะ, เขียน | คุณ ⟨FIRST⟩ คะ เขี ขีย ียน
          """)
  void namesNobodyKnowsAreMaskedWhereTheyAreGreeted(String text, String masked) {
    assertThat(mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "尊敬的客户，您好！我们推出了新的服务，欢迎了解。",
        "您好，我是云图科技的小李，想和您聊聊合作。",
        "各位老师您好，通知如下",
        "您好！方便加个微信吗？",
        "您好，高兴认识您。",
        "尊敬的先生/女士：您好",
        "高级经理：负责华东区，提高总收入",
        "お客様各位\nいつもお世話になっております。",
        "ご担当者様\nはじめまして。",
        "皆様、お疲れ様です。",
        "たくさん、ありがとうございます",
        "お世話になっております。株式会社サンプルの鈴木です。",
        "안녕하세요. 반갑습니다. 저희는 채용을 돕고 있습니다.",
        "안녕하세요, 고객님! 새로운 소식을 전합니다.",
        "안녕하세요 여러분, 공지입니다.",
        "대표님 안녕하세요. 제안이 있습니다.",
        "선생님께, 안녕하세요",
        "날씨가 좋네요. 아저씨, 안녕하세요",
        "สวัสดีครับ คุณสนใจไหมครับ",
        "เรียน คุณลูกค้า บริษัทของเรา",
        "คุณเคยคิดไหมว่าทำไม",
        "नमस्ते, मैं आपसे बात करना चाहता हूँ।",
        "नमस्ते जी, कैसे हैं आप?",
        "प्रिय ग्राहक, आपका स्वागत है",
        "مرحبا لاحظت أن شركتكم توظف",
        "مرحبا كيف حالك؟",
        "السلام عليكم ورحمة الله وبركاته، أود أن أعرض عليكم",
        "تحية طيبة وبعد، نود أن نعرض",
        "عزيزي العميل، يسرنا إعلامكم",
        "שלום רב, ברצוני להציע",
        "היי, מה שלומך?",
        "שלום ראיתי שהחברה שלכם מגייסת",
        "Здравствуйте! Меня зовут Ольга.",
        "Здравствуйте, коллеги!",
        "Добрый день, я увидел, что вы ищете",
        "Шановні клієнти, повідомляємо",
        "Γεια σας, είδαμε ότι προσλαμβάνετε",
        "Αγαπητέ πελάτη, σας ενημερώνουμε",
        "Merhaba herkese, toplantı yarın",
        "Değerli müşterimiz, kampanyamız",
        "Chào anh chị, em xin gửi báo giá",
        "Kính gửi quý khách, chúng tôi",
        "Szanowni Państwo, zapraszamy",
        "Cześć, co słychać?",
        "Hello, I saw your profile.",
        "Hello, World is a good place",
        "Hi, Quick question for you",
        "Good morning, Happy Friday!",
        "Well, hello! Long time no see",
        "Best Regards, hello",
        "Hallo, Frage: wann passt es?",
        "Guten Tag, Anbei das Angebot.",
        "Hola qué tal?",
        "Bonjour, Bienvenue ! Nous serons là",
        "Hallo, Willkommen! Wir freuen uns",
        "Hola, Bienvenido! Somos",
        "Hi, Reminder. It starts at nine",
        "Monday, afternoon: workshop",
        "Heute, morgen, immer",
        "Name, Tag, Price",
        "Anyway, hello! Back to work",
        "GUI Design reviews are due",
        "Liebe Kunden, wir ziehen um",
        "Estimado cliente, le escribimos",
        "Hola equipo, os escribo",
        "Bonjour tout le monde, voici",
        "Dear customers, we moved",
        "Liebe Grüße"
      })
  void greetingsOfManyAndOfNobodyStay(String text) {
    assertThat(mask(text)).doesNotContain("⟨FIRST⟩").doesNotContain("⟨LAST⟩");
  }

  @Test
  void koreanWordsThatAreFamilyNamesAreNamesOnlyBesideANameOrATitle() {
    Contact lee = new Contact(null, null, null, "민수", "이", null, null);
    assertThat(mask("이 회사는 이 팀장님과 민수 이 씨를 압니다", lee))
        .isEqualTo("이 회사는 ⟨LAST⟩ 팀장님과 ⟨FIRST⟩ ⟨LAST⟩ 씨를 압니다");
    assertThat(mask("이민수님은, 이민수 님과 이 민수의 민수에게", lee))
        .isEqualTo("⟨FIRST⟩ ⟨FIRST⟩ 님과 ⟨FIRST⟩ ⟨FIRST⟩");
  }

  @Test
  void shortNamesInHanAreNoPartsOfLongerWords() {
    Contact gao = new Contact(null, null, null, "明", "高", null, null);
    assertThat(mask("高总，提高总收入，说明先生", gao)).startsWith("⟨LAST⟩ 总 提高总 高总收");
    assertThat(mask("为高经理准备了，明哥", gao)).isEqualTo("为 ⟨LAST⟩ 经理准 理准备 准备了 ⟨FIRST⟩ 哥");
  }

  @ParameterizedTest
  @CsvSource({
    "Dear San, I write, dear ⟨FIRST⟩ i write",
    "Hi Ji-young, I write, hi ⟨FIRST⟩ i write",
    "chào Nam, tôi viết, chào ⟨FIRST⟩ tôi viết"
  })
  void namesThatLookLikeFormsOfAddressAreNames(String greeting, String text, String masked) {
    assertThat(mask(greeting + "," + text)).isEqualTo(masked);
  }

  @Test
  void wordsThatBeginLikeANameStay() {
    Contact don = new Contact("Donald Can", null, null, "Donald", "Can", "Dell", null);
    assertThat(mask("I don't think we can't, dell'anno", don))
        .isEqualTo("i don't think we can't dell'anno");
    assertThat(mask("I saw Don's talk at Dell's", don)).isEqualTo("i saw ⟨FIRST⟩ talk at ⟨ORG⟩");
    Contact trucks = new Contact(null, null, null, null, null, "UD Trucks", null);
    assertThat(mask("we help with trucks, UD Trucks", trucks))
        .isEqualTo("we help with trucks ⟨ORG⟩");
  }

  @Test
  void latinPartsOfANameInHanAreNoPartsOfWords() {
    Contact li = Contact.of("李 Li", null, null);
    assertThat(mask("您好，我在LinkedIn上看到您", li)).contains("linkedin");
  }

  @Test
  void aWholeNameIsFoundWhereOnlyAPartIsKnown() {
    Contact tanaka = new Contact("田中太郎", null, null, "太郎", null, null, null);
    Contact sato = new Contact("佐藤太郎", null, null, "太郎", null, null, null);
    assertThat(mask("ご連絡 田中太郎様", tanaka)).isEqualTo(mask("ご連絡 佐藤太郎様", sato));
  }

  @Test
  void hostileContactsAreMasked() {
    Contact title =
        new Contact(
            "A B",
            null,
            null,
            "A",
            "B",
            "—",
            "İNSAN KAYNAKLARI VE İDARİ İŞLER DİREKTÖRLÜĞÜ BİRİMİ at HP");
    assertThat(mask("hello", title)).isEqualTo("hello");
    Contact sender = Contact.of("Abc 株式会, 式会社で Zed", null, null);
    assertThat(new Masker().mask("abc 株式会社で zed", sender, List.of()).text()).contains("⟨SELF⟩");
  }

  @Test
  void rareHanIsANameLikeAnyOther() {
    Contact rare = new Contact(null, null, null, "健", "𠮷野", null, null);
    Contact common = new Contact(null, null, null, "健", "吉野", null, null);
    assertThat(mask("𠮷野様、𠮷野健さんへ", rare))
        .isEqualTo(mask("吉野様、吉野健さんへ", common))
        .isEqualTo("⟨LAST⟩ 様 ⟨FIRST⟩ さんへ");
    Contact single = new Contact(null, null, null, null, "𠮷", null, null);
    assertThat(mask("𠮷様、連絡", single)).isEqualTo("⟨LAST⟩ 様 連絡");
  }

  @Test
  void endingsBehindANameBelongToIt() {
    Contact ayse = new Contact(null, null, null, "Ayşe", "Koç", "Peak Games", null);
    assertThat(mask("Geçen hafta Ayşe'nin ve Koç'un Peak Games'teki sunumu", ayse))
        .isEqualTo("geçen hafta ⟨FIRST⟩ ve ⟨LAST⟩ ⟨ORG⟩ sunumu");
  }

  @Test
  void legalFormsOfManyCountriesAreNoPartOfACompany() {
    for (String[] company :
        new String[][] {
          {"Kowalski Sp. z o.o.", "Kowalski"},
          {"Getir A.Ş.", "Getir"},
          {"ООО «Ромашка»", "Ромашка"},
          {"(주)카카오", "카카오"},
          {"株式会社サイバーエージェント", "サイバーエージェント"},
          {"深圳市云图科技有限公司", "深圳市云图科技"},
          {"บริษัทเอบีซีจำกัด", "เอบีซี"}
        }) {
      Contact contact = new Contact(null, null, null, null, null, company[0], null);
      assertThat(mask("xx " + company[1] + " yy", contact)).isEqualTo("xx ⟨ORG⟩ yy");
      assertThat(mask("xx " + company[0] + " yy", contact)).isEqualTo("xx ⟨ORG⟩ yy");
    }
  }

  private static String mask(String text, Contact... recipients) {
    return new Masker().mask(text, null, List.of(recipients)).text();
  }
}
