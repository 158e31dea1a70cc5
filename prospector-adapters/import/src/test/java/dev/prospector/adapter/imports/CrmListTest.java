package dev.prospector.adapter.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.ImportNotes;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists as CRMs export them and people keep them. */
class CrmListTest {

  @TempDir Path folder;

  private final List<RejectedRow> rejected = new ArrayList<>();
  private long folded;

  private List<Lead> read(String content) throws IOException {
    return read(Files.writeString(folder.resolve("list.csv"), content));
  }

  private List<Lead> read(Path file) {
    List<Lead> leads = new ArrayList<>();
    rejected.clear();
    try (LeadFile list = LeadFile.open(file, ReadSettings.defaults(), rejected::add)) {
      list.forEach(leads::add);
      folded = list.foldedRows();
    }
    return leads;
  }

  private static List<String> names(List<Lead> leads) {
    return leads.stream().map(lead -> lead.company().name()).toList();
  }

  @Test
  void exportsOfCrmsInThreeLanguagesAreUnderstood() throws IOException {
    String[] headersOfCompanies = {
      "Record ID,Company name,Company owner,Company Domain Name,Country/Region,City",
      "ID do registro,Nome da empresa,Proprietário da empresa,Nome de domínio da empresa,País/Região,Cidade",
      "ID de registro,Nombre de la empresa,Propietario,Nombre de dominio de la empresa,País/región,Ciudad",
      "Account ID,Account Name,Account Owner,Website,Billing Country,Billing City",
      "ID da conta,Nome da conta,Proprietário da conta,Site,País de cobrança,Cidade de cobrança",
      "ID,Nombre de la cuenta,Propietario,Sitio web,País de facturación,Ciudad de facturación",
      "Organization - ID,Organization - Name,Organization - Owner,Organization - Website,Organization - Country of Address,Organization - City",
      "Id,Name,Account Owner,Domain Name / Link URL,Address / Country,Address / City",
      "Nr,Firmenname,Betreuer,Webseite,Land,Ort"
    };
    for (String header : headersOfCompanies) {
      List<Lead> leads = read(header + "\n17,Oak Ltd,Otto,oak.example,Germany,Bonn\n");
      assertThat(names(leads)).as(header).containsExactly("Oak Ltd");
      assertThat(leads.get(0).company().domain()).as(header).contains("oak.example");
      assertThat(leads.get(0).company().city()).as(header).contains("Bonn");
      if (!header.contains("Country of")) {
        assertThat(leads.get(0).company().country()).as(header).contains("Germany");
      }
      assertThat(leads.get(0).people()).as(header).isEmpty();
    }
  }

  @Test
  void noCompanyIsCalledByAPositionOrAPerson() throws IOException {
    String[] headersOfPeople = {
      "First Name,Last Name,Title,Company / Account,Email,Phone",
      "First Name,Last Name,Job Title,Company Name,Email,Phone Number",
      "Nome,Sobrenome,Cargo,Nome da empresa,E-mail,Telefone",
      "Nombre,Apellidos,Puesto,Nombre de la empresa,Correo electrónico,Teléfono",
      "Vorname,Nachname,Position,Firma,E-Mail,Telefon",
      "Name / First Name,Name / Last Name,Job Title,Company,Emails / Primary Email,Phones / Primary Phone Number"
    };
    for (String header : headersOfPeople) {
      List<Lead> leads = read(header + "\nAna,Lima,CEO,Oak Ltd,ana@oak.example,020 7946 0141\n");
      assertThat(names(leads)).as(header).containsExactly("Oak Ltd");
      assertThat(leads.get(0).people())
          .as(header)
          .containsExactly(new Person("Ana Lima", "CEO", "ana@oak.example", "020 7946 0141"));
    }
    List<Lead> pipedrive =
        read(
            "Person - Name,Person - Email - Work,Person - Phone - Work,Organization - Name,Deal - Title\n"
                + "Ana Lima,ana@oak.example,1,Oak Ltd,A deal\n");
    assertThat(names(pipedrive)).containsExactly("Oak Ltd");
    assertThat(pipedrive.get(0).people())
        .containsExactly(new Person("Ana Lima", "", "ana@oak.example", "1"));
    assertThat(names(read("Title,URL\nOak Ltd,oak.example\n"))).containsExactly("Oak Ltd");
    assertThat(names(read("Name,Title,Website\nOak Ltd,CEO,oak.example\n")))
        .containsExactly("Oak Ltd");
  }

  @Test
  void aNameBesideTheNameInARegisterOrAPersonIsTheCompanys() throws IOException {
    for (String header :
        List.of(
            "name,legal_name,person,email,phone",
            "Nome,Razão Social,Contato,E-mail,Telefone",
            "Nombre,Razón social,Persona de contacto,Correo,Teléfono")) {
      List<Lead> leads = read(header + "\nOak,Oak Trading Ltd,Ana Lima,ana@oak.example,1\n");
      assertThat(names(leads)).as(header).containsExactly("Oak");
      assertThat(leads.get(0).people())
          .as(header)
          .extracting(Person::name)
          .containsExactly("Ana Lima");
    }
    assertThat(read("name,legal_name,email\nOak,Oak Ltd,a@oak.example\n").get(0).people())
        .isEmpty();
  }

  @Test
  void anEmptyCompanyIsNotFilledFromAPositionInOneRow() throws IOException {
    List<Lead> leads =
        read("Company,Title,Website\nOak Ltd,CEO,oak.example\n,CFO,elm.example\n,CTO,\n");
    assertThat(names(leads)).containsExactly("Oak Ltd", "");
    assertThat(rejected).singleElement().extracting(RejectedRow::line).isEqualTo(4L);
  }

  @Test
  void rowsOfOneCompanyFoldWithTheirPeople() throws IOException {
    List<Lead> leads =
        read(
            "First Name,Last Name,Title,Company,Email,City,Website\n"
                + "Ana,Lima,CEO,Oak Ltd,ana@gmail.com,Leeds,\n"
                + "Bo,Berg,CFO,OAK LTD,bo@oak.example,Leeds,\n"
                + "Cy,Cole,CTO,Oak Ltd,cy@gmail.com,York,\n"
                + "Di,Dahl,CEO,Elm Ltd,di@elm.example,,elm.example\n"
                + "Ed,Eder,CFO,Elm Limited,ed@elm.example,,www.elm.example\n");
    assertThat(names(leads)).containsExactly("Oak Ltd", "Oak Ltd", "Elm Ltd");
    assertThat(leads.get(0).people())
        .extracting(Person::name)
        .containsExactly("Ana Lima", "Bo Berg");
    assertThat(leads.get(2).people()).extracting(Person::role).containsExactly("CEO", "CFO");
    assertThat(folded).isEqualTo(2);
  }

  @Test
  void aCompanyIsKnownByItsTaxIdWhateverItIsCalled() throws IOException {
    List<Lead> leads =
        read(
            "Empresa,Site,CNPJ,E-mail\n"
                + "AÇOS DO SUL LTDA,,02.987.654/0001-86,vendas@acos.example\n"
                + "Acos do Sul Ltda.,,02987654000186,compras@acos.example\n"
                + "Aços do Sul - Filial,,02.987.654/0002-67,filial@acos.example\n"
                + "Aços do Sul,acos.example,2987654000186,\n");
    assertThat(leads).hasSize(2);
    assertThat(leads.get(0).id().value()).isEqualTo("acos.example");
    assertThat(leads.get(0).company().website()).contains("acos.example");
    assertThat(leads.get(0).supplied()).extracting(Snapshot::kind).hasSize(3);
  }

  @Test
  void aNumberThatASpreadsheetShortenedIsCompletedIfItsCheckDigitsHold() throws IOException {
    List<Lead> leads =
        read(
            "Empresa,CNPJ\nA,2987654000186\nB,2987654000186.0\nC,2987654000187\n"
                + "D,\"2,98765E+12\"\nE,02.987.654/0002-67\nF,191\n");
    List<String> numbers =
        leads.stream().map(l -> l.company().registrationNumber().orElse("none")).toList();
    assertThat(numbers)
        .containsExactly("02987654000186", "2987654000187", "none", "02.987.654/0002-67", "191");
    assertThat(ImportNotes.of(leads.get(0).company()))
        .anyMatch(note -> note.contains("2987654000186, is read as 02987654000186"));
    assertThat(ImportNotes.of(leads.get(2).company()))
        .anyMatch(note -> note.contains("lost digits"));
    List<Lead> others = read("Company,Country,Tax ID\nOak,Germany,2987654000186\n");
    assertThat(others.get(0).company().registrationNumber()).contains("2987654000186");
  }

  @Test
  void aQuoteIsNeverGivenUpBecauseOfTheRowsWidth() throws IOException {
    assertThat(
            names(
                read(
                    "Empresa;Site;Obs\nAhorn;a.example;\"gut, bekannt\nzweite Zeile; mit Semikolon\n\nvierte Zeile\";\n"
                        + "Buche;b.example;ok;\nTanne;t.example;\"ruft an\ndann Mail\";\n")))
        .containsExactly("Ahorn", "Buche", "Tanne");
    assertThat(rejected).isEmpty();
    assertThat(
            names(
                read(
                    "Company,Website,Notes,Owner,Region\nAlder,alder.example,\"good\nsecond line\"\n"
                        + "Birch,birch.example,x,y,z\nCedar,cedar.example,\"one, two\n\nthree\",y\n")))
        .containsExactly("Alder", "Birch", "Cedar");
    assertThat(rejected).isEmpty();
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotSwallowRows() throws IOException {
    List<Lead> leads =
        read(
            "Company,Website,Notes\nAlder,alder.example,\"5 inch\nBirch,birch.example,x\n"
                + "Cedar,cedar.example,y\nElm,elm.example,5\"\nFir,fir.example,z\n");
    assertThat(names(leads)).contains("Birch", "Cedar", "Fir");
  }

  @Test
  void linesThatEndWithADelimiterMoreDoNotHideTheDelimiter() throws IOException {
    List<Lead> leads =
        read(
            "Empresa;Site;Cidade;Receita, em mi;Observação (curta, máx. 100, opcional)\n"
                + "Ahorn;a.example;Köln;1,5;\"gut, bekannt\nzweite Zeile; mit Semikolon, und Komma\n\nvierte Zeile\";\n"
                + "Buche;b.example;Bonn;2,75;;\nTanne;t.example;Trier;3,1;ruft an, dann Mail;\n");
    assertThat(names(leads)).containsExactly("Ahorn", "Buche", "Tanne");
    assertThat(leads.get(2).company().city()).contains("Trier");
  }

  @Test
  void blanksOfEveryKindAreUsualOnes() throws IOException {
    List<Lead> leads =
        read(
            "name,country\n\"Nobreak\u00a0Works\u00a0Ltd\",UK\n\"Zero\u200bwidth\u200b Ltd\",UK\n\"\u00a0Trim\u202f \u2060\",UK\n");
    assertThat(names(leads)).containsExactly("Nobreak Works Ltd", "Zerowidth Ltd", "Trim");
    assertThat(leads.get(0).supplied().get(0).text()).contains("Nobreak Works Ltd");
  }

  @Test
  void mailboxesNamePeopleAndSeveralValuesStandInOneCell() throws IOException {
    List<Lead> leads =
        read(
            "Company,Website,Email\n"
                + "Oak,\"http://www.oak.example;http://b.example\",\"Ana Lima <ana@oak.example>; 'Bo' <bo@oak.example>\"\n"
                + "Elm,\"https://instagram.com/elm, www.elm.example\",info@elm.example\n");
    assertThat(leads.get(0).company().domain()).contains("oak.example");
    assertThat(leads.get(0).people())
        .extracting(Person::name, Person::email)
        .contains(org.assertj.core.groups.Tuple.tuple("Ana Lima", "ana@oak.example"));
    assertThat(leads.get(1).company().domain()).contains("elm.example");
    assertThat(leads.get(1).people()).isEmpty();
  }

  @Test
  void aProfileOrMessengerIsNeverTheCompanysDomain() throws IOException {
    List<String> links =
        List.of(
            "https://www.facebook.com/oak",
            "facebook.com/profile.php?id=1",
            "instagram.com/oak.q/",
            "https://wa.me/5511988000171",
            "https://api.whatsapp.com/send?phone=5511988000171",
            "https://linktr.ee/oak",
            "https://maps.app.goo.gl/AbC",
            "https://www.linkedin.com/company/oak/",
            "https://br.linkedin.com/company/oak2/",
            "t.me/oak",
            "https://www.google.com/maps/place/oak",
            "https://beacons.ai/oak",
            "https://www.tiktok.com/@oak",
            "https://youtu.be/x1",
            "bit.ly/3oak");
    String rows =
        links.stream()
            .map(link -> "Oak " + links.indexOf(link) + "," + link)
            .collect(Collectors.joining("\n"));
    List<Lead> leads = read("name,website\n" + rows + "\n");
    assertThat(leads).hasSize(links.size());
    assertThat(leads)
        .allSatisfy(
            lead -> {
              assertThat(lead.company().domain()).isEmpty();
              assertThat(lead.company().website()).isEmpty();
              assertThat(ImportNotes.of(lead.company())).anyMatch(n -> n.contains("no site"));
              assertThat(lead.supplied().get(0).text())
                  .contains(lead.company().columns().get("website"));
            });
  }

  @Test
  void customersOfOneBuilderOrPortalAreDifferentCompanies() throws IOException {
    List<String> sites = new ArrayList<>();
    for (String customer : List.of("um", "dois")) {
      for (String builder :
          List.of(
              "wordpress.com",
              "wixsite.com",
              "weebly.com",
              "odoo.com",
              "webnode.com.br",
              "blogspot.com.ar",
              "negocio.site",
              "lojaintegrada.com.br",
              "godaddysites.com",
              "myshopify.com",
              "my.canva.site",
              "lovable.app",
              "vercel.app",
              "github.io",
              "hs-sites.com",
              "jimdosite.com",
              "square.site",
              "webflow.io")) {
        sites.add("https://" + customer + "-q." + builder + "/");
      }
      for (String portal :
          List.of(
              "taplink.cc/",
              "www.doctoralia.com.br/",
              "www.doctoralia.es/medicos/",
              "www.mercadolivre.com.br/perfil/",
              "sites.google.com/view/",
              "www.yelp.de/biz/",
              "booksy.com/pt-br/")) {
        sites.add("https://" + portal + customer + "-q");
      }
    }
    String rows =
        sites.stream()
            .map(site -> "C" + sites.indexOf(site) + "," + site)
            .collect(Collectors.joining("\n"));
    List<Lead> leads = read("name,website\n" + rows + "\n");
    assertThat(folded).isZero();
    assertThat(leads).extracting(lead -> lead.id().value()).doesNotHaveDuplicates();
    assertThat(
            read(
                "name,website\nShopify,https://www.shopify.com/\nWeebly,weebly.com\neBay,ebay.com\n"))
        .extracting(lead -> lead.company().domain().orElse(""))
        .containsExactly("shopify.com", "weebly.com", "ebay.com");
  }

  @Test
  void aWorkbookIsReadAsTheListThatItIs() throws IOException {
    Path file = folder.resolve("list.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Test", "1.0")) {
      workbook.newWorksheet("Empty");
      Worksheet sheet = workbook.newWorksheet("Companies");
      String[][] rows = {
        {"Empresa", "Site", "CNPJ", "Cidade"},
        {"Ação Ltda", "acao.example", "", "São Paulo"},
        {"", "", "", ""},
        {"Oak", "oak.example", "", ""},
      };
      for (int r = 0; r < rows.length; r++) {
        for (int c = 0; c < rows[r].length; c++) {
          if (!rows[r][c].isEmpty()) {
            sheet.value(r + 2, c, rows[r][c]);
          }
        }
      }
      sheet.value(3, 2, 2987654000186L);
    }
    List<Lead> leads = read(file);
    assertThat(names(leads)).containsExactly("Ação Ltda", "Oak");
    assertThat(leads.get(0).company().registrationNumber()).contains("02987654000186");
    assertThat(leads.get(0).company().city()).contains("São Paulo");
    assertThat(leads.get(1).source().row()).isEqualTo(6);
    Path renamed = Files.copy(file, folder.resolve("list.csv"));
    assertThat(names(read(renamed))).hasSize(2);
  }

  @Test
  void anArchiveThatIsNoWorkbookIsCalledSo() throws IOException {
    Path file = folder.resolve("list.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("a.txt"));
      zip.write(new byte[3000]);
    }
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> read(file))
        .hasMessageContaining("ZIP archive");
  }

  @Test
  void companiesOfOneSiteWithNumbersOfDifferentRootsStayApart() throws Exception {
    List<Lead> leads =
        read(
            """
            empresa,cnpj,site
            Moinho Real,33.000.167/0001-01,moinho.example
            Moinho Real filial,33.000.167/0002-92,moinho.example
            Outro Moinho,02.987.654/0001-86,moinho.example
            Outro Moinho de novo,02987654000186,
            Sem Número,,moinho.example
            """);
    assertThat(leads)
        .extracting(lead -> lead.id().value(), lead -> lead.company().name())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("moinho.example", "Moinho Real"),
            org.assertj.core.groups.Tuple.tuple("moinho.example-cnpj-02987654", "Outro Moinho"));
    assertThat(folded).isEqualTo(3);
  }
}
