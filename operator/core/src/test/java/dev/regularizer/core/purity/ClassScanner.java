package dev.regularizer.core.purity;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads out of a class file every class and member it names: in code, in signatures and in
 * annotations. All of them stand in the constant pool.
 */
final class ClassScanner {
  /** A class inside a descriptor or generic signature. */
  private static final Pattern TYPE = Pattern.compile("L([\\w$]+(?:/[\\w$]+)+)[;<]");

  private ClassScanner() {}

  static Set<Reference> scan(byte[] classFile) {
    var model = ClassFile.of().parse(classFile);
    var from = model.thisClass().asInternalName().replace('/', '.');
    var references = new LinkedHashSet<Reference>();
    for (var entry : model.constantPool()) {
      references.addAll(of(from, entry));
    }
    return references;
  }

  /** The texts a class file holds as constants. */
  static List<String> texts(byte[] classFile) {
    var texts = new ArrayList<String>();
    for (var entry : ClassFile.of().parse(classFile).constantPool()) {
      if (entry instanceof StringEntry text) {
        texts.add(text.stringValue());
      }
    }
    return texts;
  }

  private static List<Reference> of(String from, PoolEntry entry) {
    return switch (entry) {
      case MemberRefEntry member when isArrayOfPrimitives(member) -> List.of();
      case MemberRefEntry member ->
          List.of(
              new Reference(
                  from,
                  name(elementOf(member.owner().asInternalName())),
                  member.name().stringValue(),
                  member.type().stringValue()));
      case ClassEntry type when !type.asInternalName().startsWith("[") ->
          List.of(new Reference(from, name(type.asInternalName()), "", ""));
      case Utf8Entry text -> types(from, text.stringValue());
      default -> List.of();
    };
  }

  private static List<Reference> types(String from, String descriptor) {
    var types = new ArrayList<Reference>();
    for (var matcher = TYPE.matcher(descriptor); matcher.find(); ) {
      types.add(new Reference(from, name(matcher.group(1)), "", ""));
    }
    return types;
  }

  private static boolean isArrayOfPrimitives(MemberRefEntry member) {
    var owner = member.owner().asInternalName();
    return owner.startsWith("[") && !owner.endsWith(";");
  }

  /** An array's only member is clone(); the class that matters is the one of its elements. */
  private static String elementOf(String internal) {
    var types = TYPE.matcher(internal);
    return internal.startsWith("[") && types.find() ? types.group(1) : internal;
  }

  private static String name(String internal) {
    return internal.replace('/', '.');
  }
}
