// The subject: the function the user selected, as it stands in the file, with the syntax tree and types around it.
import type ts from 'typescript';
import type { FunctionListing } from '../../model/function-listing.ts';
import type { CodeStyle } from './code-style.ts';
import type { Project } from './project.ts';

/**
 * How the function is reached from its module, once the module has been evaluated. Wherever a binding is named, 'default' stands for the
 * value of the module itself: the default export of an ES module, `module.exports` of a CommonJS one (`exports.scale = ...` is the
 * object member ['scale'] of 'default'). Members of exported namespaces are object members of the namespace.
 */
export type AccessPath =
  /** A module-level binding: function declaration, variable holding a function or arrow. */
  | { readonly kind: 'binding'; readonly name: string }
  /** A default export without a binding of its own, or `module.exports = function`. */
  | { readonly kind: 'default-export' }
  /** A property of a module-level object literal, possibly nested. */
  | { readonly kind: 'object-member'; readonly binding: string; readonly path: readonly string[] }
  /** A class member (methods put on a `prototype` included); `className` is a module-level binding or 'default'. */
  | {
      readonly kind: 'class-member';
      readonly className: string;
      readonly member: string;
      readonly isStatic: boolean;
      readonly isPrivate: boolean;
      readonly as: 'method' | 'getter' | 'setter' | 'constructor' | 'field';
    };

/** Function-like nodes with a body. */
export type SubjectNode =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.GetAccessorDeclaration
  | ts.SetAccessorDeclaration
  | ts.ConstructorDeclaration;

export interface Subject {
  /** Absolute path. */
  readonly file: string;
  /** Text of the file as benchmarked (BOM included). Node positions index into it. */
  readonly text: string;
  readonly listing: FunctionListing;
  readonly access: AccessPath;
  readonly node: SubjectNode;
  readonly sourceFile: ts.SourceFile;
  readonly checker: ts.TypeChecker;
  readonly project: Project;
  readonly style: CodeStyle;
  /** One line for people: `matmul(a: number[][], b: number[][]): number[][]`. */
  readonly signature: string;
}
