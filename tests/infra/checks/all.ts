import { functionChecks } from './functions.ts'
import { messageChecks } from './messages.ts'
import { monitoringChecks } from './monitoring.ts'
import { permissionChecks } from './permissions.ts'
import { secretChecks } from './secrets.ts'
import { siteChecks } from './site.ts'
import { tableChecks } from './table.ts'
import { tagChecks } from './tags.ts'
import { workflowChecks } from './workflow.ts'

/** All that must hold of a stage's resources. */
export const checks = [
  ...tableChecks,
  ...permissionChecks,
  ...messageChecks,
  ...functionChecks,
  ...workflowChecks,
  ...monitoringChecks,
  ...secretChecks,
  ...siteChecks,
  ...tagChecks,
]
