package dev.incidentkit.architecture;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Modifier.Keyword;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithModifiers;

/** What a declaration of a parsed source is to those outside. */
final class Declarations {
    private Declarations() {}

    static boolean isInInterface(Node node) {
        Node parent = node.getParentNode().orElse(null);
        return parent instanceof AnnotationDeclaration
                || (parent instanceof ClassOrInterfaceDeclaration type && type.isInterface());
    }

    /** Whether it is public and so is every type around it. A member of an interface is public unless it says private. */
    static <T extends Node & NodeWithModifiers<?>> boolean isPublic(T declaration) {
        boolean open = declaration.hasModifier(Keyword.PUBLIC)
                || (isInInterface(declaration) && !declaration.hasModifier(Keyword.PRIVATE));
        return open
                && declaration
                        .getParentNode()
                        .filter(TypeDeclaration.class::isInstance)
                        .map(parent -> isPublic((TypeDeclaration<?>) parent))
                        .orElse(!isLocal(declaration));
    }

    private static boolean isLocal(Node declaration) {
        return declaration.getParentNode().isPresent()
                && !(declaration.getParentNode().get() instanceof CompilationUnit);
    }
}
