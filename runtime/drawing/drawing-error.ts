import { IcosianError } from "../errors.js";

/** Why a drawing cannot be made or saved. */
export type DrawingErrorCode = "ICOSIAN_PNG_UNAVAILABLE" | "ICOSIAN_DRAWING_FORMAT" | "ICOSIAN_DRAWING_NOT_SAVED";

/** A drawing that cannot be made or saved; `code` says why, `cause` holds what stands behind it. */
export class DrawingError extends IcosianError {
  static {
    this.prototype.name = "DrawingError";
  }
  constructor(code: DrawingErrorCode, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}
