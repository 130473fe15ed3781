// The subject: the function the user selected, as it stands in the file, with the syntax tree and types around it.
import type ts from 'typescript';
import type { FunctionListing } from '../../model/function-listing.ts';
import type { CodeStyle } from './code-style.ts';
import type { Project } from './project.ts';

/** How the function is reached from its module, once the module has been evaluated. */
export type AccessPath =
  /** A module-level binding: function declaration, variable holding a function or arrow. */
  | { readonly kind: 'binding'; readonly name: string }
  /** An anonymous default export. */
  | { readonly kind: 'default-export' }
  /** A property of a module-level object literal, possibly nested. */
  | { readonly kind: 'object-member'; readonly binding: string; readonly path: readonly string[] }
  /** A class member; `className` is a module-level binding, or 'default' for an anonymous default-exported class. */
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
