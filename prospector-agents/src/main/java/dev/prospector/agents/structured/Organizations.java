package dev.prospector.agents.structured;

import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.item.Property;
import dev.prospector.agents.structured.item.Value;
import java.text.Normalizer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the organisations in the items of a page and puts together what is said of each. */
final class Organizations {

  private static final int MOST = 100;
  private static final int DEEPEST = 6;

  private final Map<String, OrganizationFacts> found = new LinkedHashMap<>();
  private final Set<Item> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int steps = 20_000;

  private Organizations() {}

  static List<OrganizationData> of(StructuredData data) {
    Organizations organizations = new Organizations();
    for (Syntax syntax : Syntax.values()) {
      ItemTree tree = new ItemTree(data.items(syntax));
      for (Item root : tree.roots()) {
        if (OrganizationWords.isOrganization(root)) {
          organizations.add(root, ItemTree.typeName(root), tree);
        }
      }
    }
    for (Syntax syntax : Syntax.values()) {
      ItemTree tree = new ItemTree(data.items(syntax));
      tree.roots().forEach(root -> organizations.descend(root, ItemTree.typeName(root), tree, 0));
    }
    return organizations.found.values().stream().map(OrganizationFacts::data).toList();
  }

  private void add(Item item, String path, ItemTree tree) {
    OrganizationFacts facts = new OrganizationFacts(tree);
    facts.read(item, path);
    if (facts.isEmpty() || found.size() >= MOST) {
      return;
    }
    String key = key(facts.name(), item);
    OrganizationFacts known = found.get(key);
    if (known == null) {
      found.put(key, facts);
    } else {
      known.join(facts);
    }
  }

  private void descend(Item item, String path, ItemTree tree, int depth) {
    if (depth > DEEPEST || --steps < 0 || !open.add(item)) {
      return;
    }
    for (Property property : item.properties()) {
      String below = path + "." + Lines.flat(ItemTree.shortName(property.name()));
      for (Value value : ItemTree.members(property.value())) {
        tree.item(value).ifPresent(inner -> visit(inner, below, tree, depth));
      }
    }
    for (Item child : item.children()) {
      visit(child, path + "." + ItemTree.typeName(child), tree, depth);
    }
    open.remove(item);
  }

  private void visit(Item item, String path, ItemTree tree, int depth) {
    if (OrganizationWords.isOrganization(item)) {
      add(item, path, tree);
    }
    descend(item, path, tree, depth + 1);
  }

  // Without a name, a description stays by itself.
  private String key(String name, Item item) {
    String folded =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("[^\\p{L}\\p{N}]", "")
            .toLowerCase(Locale.ROOT);
    return folded.isEmpty() ? "#" + (item.id().isEmpty() ? found.size() : item.id()) : folded;
  }
}
