package dev.prospector.agents.persona;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.internal.Expression;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads seniority and department from the words of a role. */
final class ReadRole {

  private static final Map<Seniority, Expression> LEVELS = new LinkedHashMap<>();
  private static final Map<Department, Expression> DEPARTMENTS = new LinkedHashMap<>();

  static {
    level(
        Seniority.OWNER,
        "owner|co-?owner|founder|co-?founder|fundador\\w{0,2}|co-?fundador\\w?|soci[oa]s?|socio-\\w{3,15}|proprietari[oa]|propietari[oa]|don[oa]|duen[oa]|inhaber\\w{0,2}|partner");
    level(
        Seniority.C_LEVEL,
        "ceo|cfo|coo|cto|cio|cmo|chro|chief \\w{2,12}|president\\w?|managing director|diretor\\w?-?\\s?(?:geral|executiv[oa]|presidente)|director\\w?-?\\s?(?:general|ejecutiv[oa])|gerente general|geschaftsfuhrer\\w{0,2}|general manager");
    level(
        Seniority.DIRECTOR,
        "diretor\\w?|director\\w?|vice[- ]?president\\w?|vp|head of|superintendente|leiter\\w{0,2}");
    level(
        Seniority.MANAGER,
        "gerente|manager|coordenador\\w?|coordinador\\w?|coordinator|supervisor\\w?|jef[ea]|chefe|encarregad[oa]|encargad[oa]|responsavel|responsable|lead|lider|cuida d[aeo]");
    department(
        Department.LOGISTICS,
        "logistic\\w{1,3}|transport\\w{0,4}|frota\\w?|fleet|flota|supply chain|armazem|warehouse|almacen|expedicao|distribui\\w{2,5}|distribution|rotas|trafego|trafico");
    department(
        Department.PROCUREMENT,
        "compras|procurement|purchasing|suprimentos|buyer|comprador\\w?|sourcing|adquisiciones");
    department(
        Department.PRODUCTION,
        "producao|production|produccion|industrial|fabrica|plant|planta|manufactur\\w{2,5}");
    department(Department.QUALITY, "qualidade|quality|calidad|nutricionista|food safety|inocuidad");
    department(
        Department.FINANCE,
        "financ\\w{2,6}|finance|cfo|controller|controladoria|contab\\w{2,7}|accounting|tesorer\\w{1,3}|treasurer");
    department(
        Department.IT,
        "ti|it|tecnologia\\w?|technology|cto|cio|sistemas|informatica|digital|engineering");
    department(
        Department.PEOPLE,
        "rh|hr|recursos humanos|human resources|people|gente|talent\\w?|pessoas|chro");
    department(Department.MARKETING, "marketing|cmo|comunica\\w{2,6}|communications?|brand");
    department(
        Department.SALES,
        "comercia\\w{1,3}|vendas|sales|ventas|business development|novos negocios");
    department(
        Department.SERVICE,
        "atendimento|service|servicio|suporte|support|soporte|assistencia|customer|posventa|pos-venda|field");
    department(Department.LEGAL, "juridic[oa]|legal|compliance|advogad[oa]|abogad[oa]|counsel");
    department(Department.MEDICAL, "medic[oa]|medical|clinic[oa]?|enfermagem|nursing|doctor\\w?");
    department(Department.OPERATIONS, "opera\\w{2,7}|operations?|coo");
    department(
        Department.MANAGEMENT,
        "geral|general|ceo|executiv[oa]|ejecutiv[oa]|president\\w?|managing|owner|founder|fundador\\w{0,2}|soci[oa]s?|proprietari[oa]|propietari[oa]|duen[oa]|don[oa]");
  }

  private ReadRole() {}

  private static void level(Seniority level, String words) {
    LEVELS.put(level, Expression.of("\\b(?:" + words + ")\\b"));
  }

  private static void department(Department department, String words) {
    DEPARTMENTS.put(department, Expression.of("\\b(?:" + words + ")\\b"));
  }

  /** Returns how high the role stands; a specialist where its words do not say. */
  static Seniority seniority(String role) {
    String folded = Folded.of(role);
    return LEVELS.entrySet().stream()
        .filter(e -> e.getValue().isIn(folded))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Seniority.SPECIALIST);
  }

  /** Returns what the role is for; management where its words do not say. */
  static Department department(String role) {
    String folded = Folded.of(role);
    return DEPARTMENTS.entrySet().stream()
        .filter(e -> e.getValue().isIn(folded))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Department.MANAGEMENT);
  }

  /** Returns the department that words of the seller belong to most; operations if none. */
  static Department subject(String words) {
    String folded = Folded.of(words);
    Department best = Department.OPERATIONS;
    int most = 0;
    for (Map.Entry<Department, Expression> entry : DEPARTMENTS.entrySet()) {
      boolean whole = entry.getKey() == Department.MANAGEMENT || entry.getKey() == Department.IT;
      int count = whole ? 0 : entry.getValue().all(folded).size();
      if (count > most) {
        most = count;
        best = entry.getKey();
      }
    }
    return best;
  }
}
