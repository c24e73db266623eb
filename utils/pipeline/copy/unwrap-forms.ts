import { eachOf, type Steps } from '../steps';

/**
 * First of all, since a form's members can be shadowed by its inputs: each form becomes a box, and no control carries a name (THREATS 8).
 * Changes `root`.
 */
export function* unwrapForms(page: Document, root: Document | DocumentFragment = page): Steps<void> {
  yield* eachOf(root.querySelectorAll('input,select,textarea,button,fieldset,output'), (control) => {
    control.removeAttribute('name');
    control.removeAttribute('id');
  });
  yield* eachOf(root.querySelectorAll('form'), (form) => {
    const box = page.createElement('div');
    for (const name of ['class', 'id', 'role', 'style', 'action', 'slot']) {
      const value = Element.prototype.getAttribute.call(form, name);
      if (value !== null) box.setAttribute(name === 'action' ? 'data-cc-action' : name, value);
    }
    box.setAttribute('data-cc-form', '');
    let child = Reflect.get(Node.prototype, 'firstChild', form) as Node | null;
    while (child) {
      box.append(child);
      child = Reflect.get(Node.prototype, 'firstChild', form) as Node | null;
    }
    Element.prototype.replaceWith.call(form, box);
  });
}
