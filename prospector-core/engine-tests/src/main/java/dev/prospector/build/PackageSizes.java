package dev.prospector.build;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many types stand in a package: among many of them no newcomer finds what is looked for. */
public final class PackageSizes {

  /** What a package should have at most. */
  public static final int MOST = 25;

  private PackageSizes() {}

  /** Returns the packages that have more types than this, nested ones not counted. */
  public static SortedMap<String, Integer> above(int most, JavaClasses classes) {
    SortedMap<String, Integer> sizes = new TreeMap<>();
    for (JavaClass type : classes) {
      if (type.isTopLevelClass() && !type.getSimpleName().equals("package-info")) {
        sizes.merge(type.getPackageName(), 1, Integer::sum);
      }
    }
    sizes.values().removeIf(size -> size <= most);
    return sizes;
  }
}
