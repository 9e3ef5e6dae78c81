-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "labels" TEXT[] DEFAULT ARRAY[]::TEXT[];
